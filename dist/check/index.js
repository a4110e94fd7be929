import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 898:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { valid, clean, explain, parse } = __nccwpck_require__(818);

const { lt, le, eq, ne, ge, gt, compare, rcompare } = __nccwpck_require__(124);

const {
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,
} = __nccwpck_require__(790);

const { major, minor, patch, inc } = __nccwpck_require__(940);

module.exports = {
  // version
  valid,
  clean,
  explain,
  parse,

  // operator
  lt,
  le,
  lte: le,
  eq,
  ne,
  neq: ne,
  ge,
  gte: ge,
  gt,
  compare,
  rcompare,

  // range
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,

  // semantic
  major,
  minor,
  patch,
  inc,
};


/***/ }),

/***/ 124:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { parse } = __nccwpck_require__(818);

module.exports = {
  compare,
  rcompare,
  lt,
  le,
  eq,
  ne,
  ge,
  gt,
  '<': lt,
  '<=': le,
  '==': eq,
  '!=': ne,
  '>=': ge,
  '>': gt,
  '===': arbitrary,
};

function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = parse(version);
  const parsedOther = parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}


/***/ }),

/***/ 940:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { explain, parse, stringify } = __nccwpck_require__(818);

// those notation are borrowed from semver
module.exports = {
  major,
  minor,
  patch,
  inc,
};

function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}


/***/ }),

/***/ 790:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.

const { VERSION_PATTERN, explain: explainVersion } = __nccwpck_require__(818);

const Operator = __nccwpck_require__(124);

const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');

module.exports = {
  RANGE_PATTERN,
  parse,
  satisfies,
  filter,
  validRange,
  maxSatisfying,
  minSatisfying,
};

const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained)
    if (explained.local && spec.version) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(parse(specifier));
}


/***/ }),

/***/ 818:
/***/ ((module) => {

const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');

module.exports = {
  VERSION_PATTERN,
  valid,
  clean,
  explain,
  parse,
  stringify,
};

const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return stringify(parse(version, cleanRegex));
}

function parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function explain(version) {
  const parsed = parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}


/***/ }),

/***/ 91:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(975);
/* harmony import */ var _check_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(199);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(684);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(957);
/* harmony import */ var _project_index_source_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(823);
/* harmony import */ var _report_lint_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(279);
/* harmony import */ var _report_untrusted_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(536);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(191);









const USAGE = "Usage: script/check [DIR] [--worktree] [--python PATH] [--json | --patch]";
/** Exit codes, as linters have them: nothing that fails on Heroku, something that does, nothing known. */
const [FINE, ERRORS, NOT_CHECKED] = [0, 1, 2];
try {
    process.exitCode = await check();
}
catch (error) {
    process.exitCode = NOT_CHECKED;
    if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H)
        complain(`${error.message} ${error.fix}`, error.page);
    else
        complain("This program made a mistake; please open an issue with these lines.", ...(0,_explain_js__WEBPACK_IMPORTED_MODULE_3__/* .traceOf */ .f)(error));
}
async function check() {
    const asked = options();
    if (typeof asked === "string") {
        complain(asked, USAGE);
        return NOT_CHECKED;
    }
    const { values, positionals } = asked;
    const { python } = values;
    const inspection = await (0,_check_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFolder */ .p)(positionals[0] ?? ".", {
        worktree: values.worktree,
        python: python === undefined ? { kind: "off" } : { kind: "path", path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(python) },
        packageIndex: (0,_project_index_source_js__WEBPACK_IMPORTED_MODULE_5__/* .indexSource */ .I)(process.env),
        onForeign: (line) => complain(line),
    });
    const unknown = (0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__/* .notIndexed */ .tp)(inspection.index);
    if (unknown !== "")
        complain(unknown);
    if (values.json)
        process.stdout.write((0,_report_lint_js__WEBPACK_IMPORTED_MODULE_7__/* .lintJson */ .G)(inspection));
    else if (values.patch)
        process.stdout.write(inspection.patch ?? "");
    else
        console.log((0,_report_lint_js__WEBPACK_IMPORTED_MODULE_7__/* .lintLines */ .x)(inspection).join("\n"));
    return inspection.findings.some(({ level }) => level === "error") ? ERRORS : FINE;
}
/** What was asked, or what is wrong with it. */
function options() {
    try {
        const asked = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.parseArgs)({
            options: {
                worktree: { type: "boolean", default: false },
                python: { type: "string" },
                json: { type: "boolean", default: false },
                patch: { type: "boolean", default: false },
            },
            allowPositionals: true,
        });
        return asked.positionals.length > 1 ? "Give one folder." : asked;
    }
    catch {
        return "There is no such option, or it lacks its value.";
    }
}
function complain(...lines) {
    for (const line of lines)
        console.error(`script/check: ${(0,_report_untrusted_js__WEBPACK_IMPORTED_MODULE_8__/* .oneLine */ .TN)(line)}`);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* binding */ checkFolder)
});

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: ./lib/failure.js
var failure = __nccwpck_require__(957);
;// CONCATENATED MODULE: ./lib/git/environment.js

/**
 * What a child of git may see of the job's own environment: where certificates and proxies are.
 * Everything else stays out, because much of it redirects git or makes it talk: GIT_TRACE_CURL
 * prints the key, GIT_SSL_NO_VERIFY hands it to strangers, GIT_EXEC_PATH runs other programs.
 */
const PASSED_ON = [
    "http_proxy",
    "https_proxy",
    "HTTPS_PROXY",
    "all_proxy",
    "ALL_PROXY",
    "no_proxy",
    "NO_PROXY",
];
/** Given by the environment, configuration beats what any repository says. */
const HARDENING = [
    ["core.hooksPath", "/dev/null"],
    ["core.fsmonitor", "false"],
    ["safe.bareRepository", "explicit"],
    ["credential.helper", ""],
    ["http.sslVerify", "true"],
    ["http.followRedirects", "false"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["advice.graftFileDeprecated", "false"],
];
/**
 * The environment of a git that reads no configuration but ours and its repository's, asks nobody for a
 * password and talks to no network: see `allowing` for the two verbs that do.
 */
function gitEnvironment(job, { path, home, gitDir, workspace }) {
    return withConfig({
        ...Object.fromEntries(PASSED_ON.flatMap((name) => (job[name] ? [[name, job[name]]] : []))),
        PATH: path,
        HOME: home,
        LANG: "C",
        GIT_DIR: gitDir,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_ATTR_NOSYSTEM: "1",
        GIT_TERMINAL_PROMPT: "0",
        GIT_ASKPASS: "",
        GIT_NO_LAZY_FETCH: "1",
        GIT_NO_REPLACE_OBJECTS: "1",
        GIT_ALLOW_PROTOCOL: "",
    }, [
        ...HARDENING,
        ["safe.directory", workspace],
        // As configuration, because the variable would win over the authority of a single host.
        ...(job.GIT_SSL_CAINFO ? [["http.sslCAInfo", job.GIT_SSL_CAINFO]] : []),
    ]);
}
/** The same environment with an authority that counts for one host alone, which is on this machine, behind no proxy. */
function trusting(environment, access) {
    if (access?.caFile === undefined)
        return environment;
    const section = `http.${access.host.origin}`;
    return withConfig(environment, [
        [`${section}.sslCAInfo`, access.caFile],
        [`${section}.proxy`, ""],
    ]);
}
/** The same environment with more configuration, in the form that never is in argv (git 2.31 and later). */
function withConfig(environment, entries) {
    const start = Number(environment.GIT_CONFIG_COUNT ?? 0);
    return {
        ...environment,
        ...Object.fromEntries(entries.flatMap(([key, value], index) => [
            [`GIT_CONFIG_KEY_${start + index}`, key],
            [`GIT_CONFIG_VALUE_${start + index}`, value],
        ])),
        GIT_CONFIG_COUNT: String(start + entries.length),
    };
}
/** The same environment with one transport open. GIT_ALLOW_PROTOCOL beats every `protocol.*.allow`. */
function allowing(environment, protocol) {
    return { ...environment, GIT_ALLOW_PROTOCOL: protocol };
}
/** The folders of a PATH that do not depend on where a process happens to stand. */
function absoluteFolders(path, delimiter) {
    return path.split(delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder));
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./lib/git/executable.js





const NAME = process.platform === "win32" ? "git.exe" : "git";
/**
 * Finds git on a PATH without the entries that are relative, missing, or inside the workspace: a repository
 * may hold a file called `git`. Throws Failure GIT_MISSING.
 */
async function findGit(path, workspace) {
    const inside = await (0,promises_namespaceObject.realpath)(workspace);
    const isSafe = async (entry) => {
        const real = await (0,promises_namespaceObject.realpath)(entry).catch(() => inside);
        return !contains(inside, real) && !contains(workspace, entry);
    };
    const folders = [];
    for (const folder of absoluteFolders(path, external_node_path_.delimiter))
        if (await isSafe(folder))
            folders.push(folder);
    for (const folder of folders) {
        const git = (0,external_node_path_.join)(folder, NAME);
        if ((await isExecutable(git)) && (await isSafe(git)))
            return { git, path: folders.join(external_node_path_.delimiter) };
    }
    throw new failure/* Failure */.H("GIT_MISSING", "There is no git on the PATH of this job.", {
        fix: "Install git 2.31 or later in an earlier step, or use an image that has it.",
    });
}
/** True when `inner` is `outer` or below it. Both are absolute. */
function contains(outer, inner) {
    const way = (0,external_node_path_.relative)(outer, inner);
    return way === "" || (way !== ".." && !way.startsWith(`..${external_node_path_.sep}`));
}
/** True for a file, or a link to one, that this process may run. */
async function isExecutable(file) {
    try {
        await (0,promises_namespaceObject.access)(file, external_node_fs_namespaceObject.constants.X_OK);
        return (await (0,promises_namespaceObject.stat)(file)).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/git/on-disk.js


const MOST = 500;
/**
 * Which of these paths below `folder` the work tree has, and why the commit may lack them. Only their names are looked
 * at: nothing is opened, no link is followed, and `check-ignore` reads no index and runs no filter or monitor.
 */
async function onDisk(run, workspace, folder, paths) {
    const wanted = paths.slice(0, MOST).map((path) => [path, external_node_path_.posix.join(folder, path)]);
    const there = (await Promise.all(wanted.map(async (pair) => ((await exists(workspace, pair[1])) ? [pair] : [])))).flat();
    if (there.length === 0)
        return new Map();
    const { stdout } = await run(["check-ignore", "--no-index", "--stdin", "-z"], {
        // The dot keeps a name that begins with a colon from being taken for a pattern.
        input: there.map(([, full]) => `./${full}\0`).join(""),
        env: { GIT_WORK_TREE: workspace },
        answers: [1],
    });
    const ignored = new Set(stdout.toString().split("\0"));
    return new Map(there.map(([path, full]) => [path, ignored.has(`./${full}`) ? "ignored" : "untracked"]));
}
/** Whether a file or folder is there, by a way without links that stays in the work tree and out of `.git`. */
async function exists(workspace, path) {
    const parts = path.split("/");
    if (parts.some((part) => ["", ".", ".."].includes(part) || /^\.git$/i.test(part) || part.includes("\0")))
        return false;
    let at = workspace;
    for (const [index, part] of parts.entries()) {
        at = (0,external_node_path_.join)(at, part);
        const status = await (0,promises_namespaceObject.lstat)(at).catch(() => undefined);
        if (!status?.isDirectory() && !(index === parts.length - 1 && status?.isFile()))
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/git/read.js

const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const LS_TREE = ["ls-tree", "-r", "-l", "-z", "--full-tree"];
/**
 * Id of the tree of `folder` (`.` for the root) in a commit. Throws Failure COMMIT_MISSING, or APP_DIR_MISSING
 * when the commit has no such folder, or nothing in it.
 */
async function treeOf(run, commit, folder) {
    if (!isPlain(folder))
        throw appDirMissing();
    const revisions = [`${commit}^{commit}`, treeName(commit, folder)];
    const { stdout } = await run(["cat-file", "--batch-check"], { input: revisions.join("\n") + "\n" });
    const [first = "", second = ""] = stdout.toString().split("\n");
    if (!/^[0-9a-f]{40} commit /.test(first)) {
        throw new failure/* Failure */.H("COMMIT_MISSING", "The checkout does not have the commit to deploy.", {
            fix: "Check that commit out with actions/checkout before this action.",
        });
    }
    const tree = /^([0-9a-f]{40}) tree /.exec(second)?.[1];
    if (tree === undefined || tree === EMPTY_TREE)
        throw appDirMissing();
    return tree;
}
/**
 * Every file below `folder` of a commit. Throws Failure as `treeOf` does, and OBJECTS_MISSING in a partial clone or when
 * an object is corrupt, which git's own words in the log tell apart.
 */
async function list(run, commit, folder) {
    // Most folders are there: only an answer that tells nothing is worth a second process.
    const first = isPlain(folder) && (await run([...LS_TREE, treeName(commit, folder)], { bulk: true, answers: [128] }));
    const { code, stdout } = first && first.code === 0 && first.stdout.length > 0
        ? first
        : await run([...LS_TREE, await treeOf(run, commit, folder)], { bulk: true, complaints: [128] });
    if (code !== 0)
        throw objectsMissing();
    return stdout
        .toString()
        .split("\0")
        .filter((record) => record !== "")
        .map((record) => {
        const tab = record.indexOf("\t");
        const [mode = "", , oid = "", size = ""] = record.slice(0, tab).split(/ +/);
        if (size === "BAD")
            throw objectsMissing();
        return { path: record.slice(tab + 1), mode, oid, size: size === "-" ? 0 : Number(size) };
    });
}
/** Contents of objects by id. Throws Failure OBJECTS_MISSING when one is not here. */
async function read(run, oids) {
    const input = [...new Set(oids)].map((oid) => `${oid}\n`).join("");
    const { stdout } = await run(["cat-file", "--batch", "--buffer"], { input });
    return new Map(objects(stdout));
}
/** The refusal of a clone that has the commit but not all that belongs to it. */
function objectsMissing() {
    return new failure/* Failure */.H("OBJECTS_MISSING", "The checkout lacks files of its own commit: it is a partial or sparse clone.", {
        fix: "Remove `filter` and `sparse-checkout` from the options of actions/checkout.",
    });
}
/** Splits the answer of `cat-file --batch`: `<oid> <type> <size>`, newline, contents, newline, for each object. */
function* objects(answer) {
    for (let position = 0; position < answer.length;) {
        const start = answer.indexOf("\n", position) + 1;
        const [oid = "", type, size] = answer.toString("latin1", position, start - 1).split(" ");
        if (type === "missing")
            throw objectsMissing();
        const end = start + Number(size);
        yield [oid, answer.subarray(start, end)];
        position = end + 1;
    }
}
/** The tree of a folder, as git is asked for it. */
function treeName(commit, folder) {
    return folder === "." ? `${commit}^{tree}` : `${commit}:${folder}`;
}
/** True for a name that git takes literally after `COMMIT:`, and that fits the one line it is sent in. */
function isPlain(folder) {
    if (folder === ".")
        return true;
    if (/[\0\n]/.test(folder))
        return false;
    return folder.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
function appDirMissing() {
    return new failure/* Failure */.H("APP_DIR_MISSING", "The commit has no folder of the name in `app-dir`, or nothing in it.", {
        fix: "Write the folder's name as git has it, relative to the root of the repository, and commit its files.",
    });
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./lib/git/lines.js
/** What a line has beyond this is dropped, so that a build without newlines cannot fill the memory. */
const LONGEST = 65_536;
/**
 * Turns chunks of terminal output into lines as they end. What a lone carriage return overwrites (progress)
 * is dropped, as on a terminal; trailing blanks are trimmed, with which git pads what a remote prints.
 */
function lineSplitter(onLine) {
    let pending = "";
    const emit = (line) => {
        const shown = line.slice(line.trimEnd().lastIndexOf("\r") + 1).trimEnd();
        onLine(shown.slice(0, LONGEST));
    };
    return {
        write(chunk) {
            const lines = (pending + chunk).split("\n");
            pending = lines.pop() ?? "";
            for (const line of lines)
                emit(line);
            // All but the last carriage return: it may be the first half of a CRLF.
            pending = pending.slice(pending.lastIndexOf("\r", pending.length - 2) + 1);
            pending = pending.slice(0, LONGEST);
        },
        end() {
            if (pending !== "")
                emit(pending);
            pending = "";
        },
    };
}

;// CONCATENATED MODULE: ./lib/git/process-group.js


/** How long the processes of a group may take to end by themselves before they are killed. */
const GRACE_MS = 2000;
/** How much of what a process said is kept for a verdict on it. */
const TAIL_LINES = 200;
/**
 * Runs a program as the leader of its own process group and waits until all of the group is gone. To stop git
 * alone would not do: measured, three of its helpers live on, with the key in their environment. Throws when the
 * program cannot be started.
 */
async function runGroup({ file, args, cwd, env, input, onLine, signal }) {
    if (signal.aborted)
        return { code: null, stdout: Buffer.alloc(0), stderr: [], aborted: true };
    const child = (0,external_node_child_process_namespaceObject.spawn)(file, args, { cwd, env, detached: true, stdio: "pipe" });
    const stdout = [];
    const stderr = [];
    const lines = lineSplitter((line) => {
        stderr.push(line);
        if (stderr.length > TAIL_LINES)
            stderr.shift();
        onLine?.(line);
    });
    // A child that ends without reading all of its input says why by its exit code.
    child.stdin.on("error", () => { }).end(input);
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.setEncoding("utf8").on("data", lines.write).on("end", lines.end);
    let force;
    const stop = () => {
        kill(child.pid, "SIGTERM");
        force = setTimeout(kill, GRACE_MS, child.pid, "SIGKILL");
    };
    signal.addEventListener("abort", stop, { once: true });
    try {
        const code = await new Promise((resolve, reject) => {
            child.once("error", reject);
            // Git waits for its helpers unless it is killed; then they would hold the pipes open for ever.
            child.once("exit", () => kill(child.pid, "SIGKILL"));
            child.once("close", resolve);
        });
        return { code, stdout: Buffer.concat(stdout), stderr, aborted: signal.aborted };
    }
    finally {
        clearTimeout(force);
        signal.removeEventListener("abort", stop);
    }
}
/** Signals a whole group. That it has ended already (ESRCH; EPERM of macOS for zombies) is no error. */
function kill(leader, signal) {
    try {
        if (leader !== undefined)
            process.kill(-leader, signal);
    }
    catch { }
}

;// CONCATENATED MODULE: ./lib/git/network.js


const PASSWORD = "FLASK_HEROKU_DEPLOY_PASSWORD";
/** For verbs that have no reason to be silent: a connection without a byte in a minute is given up. */
const GIVE_UP = [
    ["http.lowSpeedLimit", "1"],
    ["http.lowSpeedTime", "60"],
];
/**
 * Runs a git verb that talks to one URL. The password exists in the environment of this one process and its
 * children, where a helper that git asks for this URL's origin alone reads it: it never is in argv, in a URL,
 * or on disk. Throws on a scheme other than https, http and file.
 */
function call(base, { args, url, login, config = [], onLine, signal }) {
    let environment = withConfig(allowing(base.environment, transport(url)), config);
    if (login) {
        const helper = `!f() { test "$1" = get && printf 'username=%s\\npassword=%s\\n' ${login.username} "$${PASSWORD}"; }; f`;
        environment = withConfig({ ...environment, [PASSWORD]: login.password }, [
            [`credential.${url.origin}.helper`, helper],
            // From git 2.46 on the key goes with the first request, which saves the one that is answered by 401.
            [`http.${url.origin}.proactiveAuth`, "basic"],
        ]);
    }
    return runGroup({
        file: base.git,
        args,
        cwd: base.cwd,
        env: environment,
        onLine,
        signal: signal ? AbortSignal.any([signal, base.signal]) : base.signal,
    });
}
function transport({ protocol }) {
    if (protocol === "https:")
        return "https";
    if (protocol === "http:")
        return "http";
    if (protocol === "file:")
        return "file";
    throw new Error(`Git may not talk ${protocol}`);
}

;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./lib/git/origin.js


/**
 * Where a remote of the workspace can be read from: https, http or a folder of this machine, without the
 * credentials that may be in it. Undefined for all else: `ssh://` and `host:path` need a key that we do not
 * have, and `helper::address` would run a program of the repository's choice.
 */
function readableUrl(remote, workspace) {
    if (/^(?:https?|file):\/\//.test(remote)) {
        const url = URL.parse(remote);
        if (url === null)
            return undefined;
        url.username = "";
        url.password = "";
        return url;
    }
    // Git's own rule: a colon before the first slash is never a path.
    if (/^[^/]*:/.test(remote) && !(0,external_node_path_.isAbsolute)(remote))
        return undefined;
    return (0,external_node_url_namespaceObject.pathToFileURL)((0,external_node_path_.resolve)(workspace, remote));
}

;// CONCATENATED MODULE: ./lib/git/remote.js
/** The first URL of a remote as the workspace's own configuration has it, undefined without one. It may hold a password. */
async function remoteUrl(run, { config }, name) {
    const { stdout } = await run(["config", "--file", config, "--no-includes", "--null", "--get-all", `remote.${name}.url`], {
        answers: [1],
    });
    return stdout.toString().split("\0")[0] || undefined;
}
/** Writes the URL of a remote into the workspace's configuration. Throws on a URL with a user name or password in it. */
async function setRemoteUrl(run, { config }, name, url) {
    const { username, password, href } = new URL(url);
    if (username || password)
        throw new Error(`The URL for the remote ${name} holds credentials.`);
    await run(["config", "--file", config, "--replace-all", `remote.${name}.url`, href]);
}

;// CONCATENATED MODULE: ./lib/git/shallow.js






/**
 * Makes the history of a commit complete in the quarantine, by fetching what a shallow clone left out from the
 * workspace's origin: Heroku refuses a push from a shallow repository. The workspace stays as it is. Throws
 * Failure SHALLOW_CLONE when origin cannot give it.
 */
async function completeHistory(commit, completion) {
    const { run, quarantine, repository } = completion;
    await (0,promises_namespaceObject.rm)(grafts(quarantine), { force: true });
    const known = await shallowFile(repository);
    if (known === "")
        return;
    const shallow = (0,external_node_path_.join)(quarantine, "shallow");
    await (0,promises_namespaceObject.writeFile)(shallow, known);
    const cut = await cuts(run, shallow, commit);
    if (cut.length > 0) {
        await fetchBehind(cut, completion);
        if ((await cuts(run, shallow, commit)).length > 0)
            throw shallowClone();
    }
    // Cuts elsewhere in the workspace do not matter to this commit, but git would tell Heroku of them.
    await (0,promises_namespaceObject.rm)(shallow, { force: true });
}
/**
 * Lets the quarantine end every history where the workspace's does, for the push of a commit without parents: git
 * also looks at what Heroku has now, and dies (2.47) of a commit that is here without its parents. A `shallow` file
 * would do the same, but git would tell Heroku of it, which refuses such pushes.
 */
async function endAtCuts({ quarantine, repository }) {
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.join)(quarantine, "info"), { recursive: true });
    await (0,promises_namespaceObject.writeFile)(grafts(quarantine), await shallowFile(repository));
}
/** Each line names a commit, and the parents it is taken to have: none (gitrepository-layout, `info/grafts`). */
function grafts(quarantine) {
    return (0,external_node_path_.join)(quarantine, "info", "grafts");
}
/** Each line names a commit without its parents; empty in a complete repository. */
async function shallowFile({ shallow }) {
    return (0,promises_namespaceObject.readFile)(shallow, "utf8").catch(() => "");
}
/** The commits behind which this commit's history is cut off, of those that a `shallow` file names. */
async function cuts(run, shallow, commit) {
    const named = await (0,promises_namespaceObject.readFile)(shallow, "utf8").catch(() => "");
    const { stdout } = await run(["rev-list", "--max-parents=0", commit]);
    const roots = new Set(stdout.toString().split("\n"));
    return named.split("\n").filter((oid) => oid !== "" && roots.has(oid));
}
/** Asks for the cut commits themselves: origin has them, whatever was committed on top since. */
async function fetchBehind(cut, completion) {
    const { run, base, repository, workspace, githubToken, serverUrl, log } = completion;
    const origin = await remoteUrl(run, repository, "origin");
    const url = origin === undefined ? undefined : readableUrl(origin, workspace);
    if (url === undefined)
        throw shallowClone();
    const isGitHub = url.origin !== "null" && url.origin === new URL(serverUrl).origin;
    const { code } = await call(base, {
        args: ["fetch", "--unshallow", "--no-tags", "--no-write-fetch-head", url.href, ...cut],
        url,
        login: isGitHub && githubToken ? { username: "x-access-token", password: githubToken } : undefined,
        config: GIVE_UP,
        onLine: log.foreign,
    });
    if (code !== 0)
        throw shallowClone();
}
function shallowClone() {
    return new failure/* Failure */.H("SHALLOW_CLONE", "The checkout has only the newest part of the history, which Heroku does not take, and the rest could not be fetched from origin.", { fix: "Give actions/checkout the option `fetch-depth: 0`.", page: "steps/push.md#shallow-clones" });
}

;// CONCATENATED MODULE: ./lib/git/snapshot.js

const AUTHOR = "flask-heroku-deploy";
const EMAIL = "flask-heroku-deploy@users.noreply.github.com";
/**
 * Makes a commit without parents whose root is a folder of another commit, and gives its id. All that is in it
 * comes from that commit, so the same commit always gives the same id: that is how Heroku, and a second run, see
 * that nothing is new. Throws Failure as `treeOf` does.
 */
async function snapshot(run, commit, folder) {
    const tree = await treeOf(run, commit, folder);
    const { stdout: source } = await run(["cat-file", "commit", commit]);
    const seconds = /^committer .*> (\d{1,10}) [+-]\d{4}$/m.exec(source.toString("latin1"))?.[1] ?? "0";
    const date = `@${seconds} +0000`;
    const { stdout } = await run(["commit-tree", "-m", `Deploy ${folder} of ${commit}`, tree], {
        env: {
            GIT_AUTHOR_NAME: AUTHOR,
            GIT_AUTHOR_EMAIL: EMAIL,
            GIT_AUTHOR_DATE: date,
            GIT_COMMITTER_NAME: AUTHOR,
            GIT_COMMITTER_EMAIL: EMAIL,
            GIT_COMMITTER_DATE: date,
        },
    });
    return stdout.toString().trim();
}

;// CONCATENATED MODULE: ./lib/git/prepare.js





/**
 * Gives the id of what to push for a folder of a commit: the commit itself with its whole history for the root,
 * a commit made from the folder otherwise. Throws Failure when the history, the folder or files are not to be had.
 */
async function prepare(commit, folder, completion) {
    const { run, repository } = completion;
    let prepared = commit;
    if (folder === ".") {
        await treeOf(run, commit, folder);
        await completeHistory(commit, completion);
    }
    else {
        prepared = await snapshot(run, commit, folder);
        await endAtCuts(completion);
    }
    if (await isPartial(repository.objects)) {
        const { code } = await run(["rev-list", "--objects", "--quiet", prepared], { complaints: [128] });
        if (code !== 0)
            throw objectsMissing();
    }
    return prepared;
}
/** True for a clone made with `filter`: git marks the packs that may lack objects (gitrepository-layout, `*.promisor`). */
async function isPartial(objects) {
    const packs = await (0,promises_namespaceObject.readdir)((0,external_node_path_.join)(objects, "pack")).catch(() => []);
    return packs.some((pack) => pack.endsWith(".promisor"));
}

;// CONCATENATED MODULE: ./lib/git/push-outcome.js
const REMOTE = "remote: ";
/** Reasons of a refused ref, in the order of a line of `git push --porcelain`: `!`, refs, `[rejected] (reason)`. */
const REFUSALS = [
    [/^\[rejected\] \((?:non-fast-forward|fetch first|stale info|needs force)/, "not-fast-forward"],
    [/^\[remote rejected\] \(shallow update not allowed\)/, "shallow"],
    [/^\[remote rejected\] \(pre-receive hook declined\)/, "build-failed"],
];
/** Words with which Heroku explains why its pre-receive hook declined without a build. */
const DECLINED = [
    [/^ ?!\s+Your account has reached its concurrent builds limit/, "concurrent-builds"],
    [/Push rejected, source repository is a shallow clone/, "shallow"],
];
/** Git's last words when it never came to pushing: nothing was sent. No line of the server's begins like these. */
const FATAL = [
    [/^fatal: Authentication failed for /, "unauthorized"],
    [/^fatal: could not read (?:Username|Password) for /, "unauthorized"],
    [/^fatal: repository '.*' not found$/, "no-such-app"],
    [/^(?:fatal|error): .*The requested URL returned error: 40[13]$/, "unauthorized"],
    [/^(?:fatal|error): .*The requested URL returned error: 429$/, "rate-limited"],
    [/^fatal: unable to access /, "unavailable"],
];
/**
 * Reads what became of a push to one ref. Only git's own words decide, except where Heroku says why it declined:
 * a build can print anything. What is not recognised is `interrupted`: then the API is the one that knows.
 * The words are those measured with git 2.39 (facts: build failure, limits and refusals of git.heroku.com).
 */
function pushOutcome({ code, aborted, stdout, stderr }) {
    const remote = stderr.flatMap((line) => (line.startsWith(REMOTE) ? [line.slice(REMOTE.length)] : []));
    const status = stdout.toString();
    if (code === 0) {
        if (remote.some((line) => /^Pushed to branch other than .* skipping build/.test(line)))
            return "build-skipped";
        return /^=\t/m.test(status) ? "up-to-date" : "pushed";
    }
    if (aborted)
        return "interrupted";
    const refusal = /^!\t[^\t]*\t(.*)$/m.exec(status)?.[1];
    const outcome = refusal === undefined ? undefined : first(REFUSALS, [refusal]);
    if (outcome === "build-failed")
        return first(DECLINED, remote) ?? outcome;
    return outcome ?? first(FATAL, stderr) ?? "interrupted";
}
function first(table, lines) {
    return table.find(([words]) => lines.some((line) => words.test(line)))?.[1];
}

;// CONCATENATED MODULE: ./lib/git/push.js


const MAIN = "refs/heads/main";
/** The second version of the protocol asks once more for the refs. */
const ONE_REQUEST = [["protocol.version", "0"]];
/**
 * Pushes one commit to `main`. A plain push is two requests (the refs, the pack) and a replacing one three, of the
 * 75 an hour that Heroku grants to an app and a user; a git before 2.46 makes them three and five, as it first asks
 * without the key.
 * What a server does is the outcome and never thrown; a URL to which the key must not go is.
 */
async function push(request, base) {
    const { commit, apiKey, replace, signal } = request;
    const url = new URL(request.url);
    if (!isFitForKey(url))
        throw new Error("The key goes over https or to this machine, and is not in the URL.");
    const login = { username: "heroku", password: apiKey };
    const onLine = (line) => request.onLine(line.replace(/^remote: ?/, ""));
    const lease = [];
    if (replace) {
        const refs = await call(base, {
            args: ["ls-remote", url.href, MAIN],
            url,
            login,
            config: [...GIVE_UP, ...ONE_REQUEST],
            onLine,
            signal,
        });
        if (refs.code !== 0)
            return pushOutcome(refs);
        const current = /^([0-9a-f]{40})\trefs\/heads\/main$/m.exec(refs.stdout.toString())?.[1] ?? "";
        if (current === commit)
            return "up-to-date";
        lease.push(`--force-with-lease=${MAIN}:${current}`);
    }
    const args = ["push", "--porcelain", ...lease, url.href, `${commit}:${MAIN}`];
    return pushOutcome(await call(base, { args, url, login, onLine, signal }));
}
function isFitForKey({ protocol, hostname, username, password }) {
    if (username || password)
        return false;
    const isLoopback = hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname);
    return protocol === "https:" || (protocol === "http:" && isLoopback);
}

;// CONCATENATED MODULE: ./lib/git/quarantine.js


/**
 * Makes an empty bare repository that borrows the workspace's objects. Git works here and not in the
 * workspace, whose configuration and hooks may have been written by anyone: measured, 6 of 11 planted
 * ones ran code or were handed the key in a push from the workspace, and none from here. These are the
 * files of `git init --bare` without a template (gitrepository-layout); a process for them takes longer.
 */
async function createQuarantine(folder, { objects }) {
    for (const part of ["objects/info", "objects/pack", "refs/heads", "refs/tags"])
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_.join)(folder, part), { recursive: true });
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, "HEAD"), "ref: refs/heads/main\n");
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(folder, "objects/info/alternates"), `${objects}\n`);
}

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function io_util_exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield io_util_exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./lib/git/run.js



/** Makes the runner of one git in one environment; what git complains about goes to the log. */
function runner({ git, cwd, environment, signal }, log) {
    return async (args, { input, bulk = false, env, answers = [], complaints = [] } = {}) => {
        const command = { file: git, args, cwd, env: { ...environment, ...env }, signal };
        const { code, stdout, stderr } = await (input === undefined && !bulk
            ? runVerb(command)
            : runGroup({ ...command, input }));
        if (code !== null && (code === 0 || answers.includes(code)))
            return { code, stdout };
        for (const line of stderr)
            log.foreign(line);
        if (code !== null && complaints.includes(code))
            return { code, stdout };
        throw new failure/* Failure */.H("GIT_FAILED", `\`git ${args[0]}\` ${code === null ? "was stopped" : `ended with exit code ${code}`}.`, {
            fix: "Git's own words, if it had any, are in the log above this line.",
        });
    };
}
/**
 * Runs a verb that ends soon by itself. @actions/exec cannot stop a child, and dies (EPIPE, uncaught) of one that
 * ends before it has read its input: what takes long or has input goes through runGroup.
 */
async function runVerb({ file, args, cwd, env, signal }) {
    if (signal.aborted)
        return { code: null, stdout: Buffer.alloc(0), stderr: [] };
    const stdout = [];
    const stderr = [];
    const code = await exec(`"${file}"`, [...args], {
        cwd,
        env: { ...env },
        silent: true,
        ignoreReturnCode: true,
        listeners: { stdout: (chunk) => stdout.push(chunk), errline: (line) => stderr.push(line) },
    });
    return { code, stdout: Buffer.concat(stdout), stderr };
}

;// CONCATENATED MODULE: ./lib/git/version.js

/** The first git that takes configuration from GIT_CONFIG_COUNT, without which the key would have to be in argv or on disk. */
const OLDEST = [2, 31];
/** Throws Failure GIT_TOO_OLD, with the version, for a git that cannot be given configuration by its environment. */
async function requireVersion(run) {
    const { stdout } = await run(["version"]);
    const [, major = "0", minor = "0"] = /^git version (\d+)\.(\d+)/.exec(stdout.toString()) ?? [];
    if (Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]))
        return;
    throw new failure/* Failure */.H("GIT_TOO_OLD", `The git of this job is version ${major}.${minor}.`, {
        fix: `Install git ${OLDEST.join(".")} or later in an earlier step.`,
    });
}

;// CONCATENATED MODULE: ./lib/git/workspace.js




/**
 * The git directory of a checkout. A `.git` file (a worktree, a submodule) is followed only to a place that
 * itself says that it belongs to this checkout, so that a planted one leads nowhere. Throws Failure
 * REPOSITORY_MISSING or REPOSITORY_FOREIGN.
 */
async function gitDirectory(workspace) {
    const dotGit = (0,external_node_path_.join)(workspace, ".git");
    const status = await (0,promises_namespaceObject.lstat)(dotGit).catch(() => undefined);
    if (status?.isDirectory())
        return dotGit;
    if (!status?.isFile()) {
        throw new failure/* Failure */.H("REPOSITORY_MISSING", "The workspace is not a git checkout: it has no `.git` folder.", {
            fix: "Run actions/checkout, without `path`, before this action.",
        });
    }
    const target = /^gitdir: (.+)\n?$/.exec(await (0,promises_namespaceObject.readFile)(dotGit, "utf8"))?.[1];
    const gitDir = target && (0,external_node_path_.resolve)(workspace, target);
    if (gitDir && ((await isWorktree(gitDir, dotGit)) || (await isSubmodule(gitDir, workspace))))
        return gitDir;
    throw new failure/* Failure */.H("REPOSITORY_FOREIGN", "The `.git` file of the workspace points to a repository that does not know it.", {
        fix: "Use a plain checkout, or repair the worktree with `git worktree repair`.",
    });
}
/**
 * Asks git where the parts of a repository are. Throws Failure SHA256_REPOSITORY, for Heroku takes SHA-1 only, and
 * GIT_TOO_OLD.
 */
async function inspect(run, gitDir) {
    const { stdout } = await run([
        "rev-parse",
        "--show-object-format",
        "--path-format=absolute",
        "--git-path",
        "objects",
        "--git-path",
        "shallow",
        "--git-path",
        "config",
    ], { env: { GIT_DIR: gitDir } });
    const [format, objects = "", shallow = "", config = ""] = stdout.toString().split("\n");
    // `--path-format` came with 2.31, the first git that will do; an older one prints it as it is.
    if (!(0,external_node_path_.isAbsolute)(objects))
        await requireVersion(run);
    if (format !== "sha1") {
        throw new failure/* Failure */.H("SHA256_REPOSITORY", "The repository names its objects by SHA-256, which Heroku does not take.", {
            fix: "Convert the repository to SHA-1 (`git init --object-format=sha1`, then import its history).",
        });
    }
    return { gitDir, objects, shallow, config };
}
/** Full id of the commit the workspace is at. Throws Failure COMMIT_MISSING in a repository without one. */
async function head(run, { gitDir }) {
    const { code, stdout } = await run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], {
        env: { GIT_DIR: gitDir },
        answers: [1, 128],
    });
    if (code === 0)
        return stdout.toString().trim();
    throw new failure/* Failure */.H("COMMIT_MISSING", "The workspace has no commit to deploy.", {
        fix: "Commit the app, and check that commit out before this action.",
    });
}
/** A linked worktree's folder names the `.git` file that leads to it (gitrepository-layout, `worktrees/<id>/gitdir`). */
async function isWorktree(gitDir, dotGit) {
    const back = await (0,promises_namespaceObject.readFile)((0,external_node_path_.join)(gitDir, "gitdir"), "utf8").catch(() => "");
    return back !== "" && same((0,external_node_path_.resolve)(gitDir, back.trimEnd()), dotGit);
}
/** A submodule's folder names its checkout in `core.worktree`, as git itself writes it. */
async function isSubmodule(gitDir, workspace) {
    const config = await (0,promises_namespaceObject.readFile)((0,external_node_path_.join)(gitDir, "config"), "utf8").catch(() => "");
    const back = /^\tworktree = (.+)$/m.exec(config)?.[1];
    return back !== undefined && same((0,external_node_path_.resolve)(gitDir, back), workspace);
}
async function same(one, other) {
    return (await (0,promises_namespaceObject.realpath)(one).catch(() => one)) === (await (0,promises_namespaceObject.realpath)(other));
}

;// CONCATENATED MODULE: ./lib/git/open-git.js












/**
 * Opens the workspace's repository for reading and for pushes. Throws Failure when git is missing or older
 * than 2.31, and when the workspace is not a repository that Heroku could take.
 */
async function openGit(options, job = process.env) {
    const { workspace, temp, log } = options;
    const { git, path } = await findGit(job.PATH ?? "", workspace);
    const gitDir = await gitDirectory(workspace);
    const own = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_.join)(await (0,promises_namespaceObject.realpath)(temp), "git-"));
    const quarantine = (0,external_node_path_.join)(own, "quarantine.git");
    const home = (0,external_node_path_.join)(own, "home");
    const closing = new AbortController();
    const close = async () => {
        closing.abort();
        // Again, when a git that is being ended writes a last file.
        await (0,promises_namespaceObject.rm)(own, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
        await (0,promises_namespaceObject.mkdir)(home);
        const environment = trusting(gitEnvironment(job, { path, home, gitDir: quarantine, workspace }), options.access);
        const base = { git, cwd: home, environment, signal: closing.signal };
        const run = runner(base, log);
        const repository = await inspect(run, gitDir);
        await createQuarantine(quarantine, repository);
        return {
            head: () => head(run, repository),
            list: (commit, folder) => list(run, commit, folder),
            read: (oids) => read(run, oids),
            onDisk: (folder, paths) => onDisk(run, workspace, folder, paths),
            remote: (name) => remoteUrl(run, repository, name),
            setRemote: (name, url) => setRemoteUrl(run, repository, name, url),
            prepare: (commit, folder) => prepare(commit, folder, { ...options, run, base, quarantine, repository }),
            push: (request) => push(request, base),
            close,
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}

;// CONCATENATED MODULE: external "node:dns/promises"
const external_node_dns_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: ./lib/project/python-version.js
// The newest patch of each minor that Heroku's Python buildpack (v351) offers.
const NEWEST = {
    "3.10": "3.10.21",
    "3.11": "3.11.16",
    "3.12": "3.12.14",
    "3.13": "3.13.15",
    "3.14": "3.14.7",
};
/** The Pythons that Heroku builds with, as `major.minor`, newest first; the first is the default for new apps. */
const HEROKU_PYTHONS = Object.keys(NEWEST).reverse();
/** The one that the buildpack takes away next, and when. */
const LEAVING = { python: "3.10", on: "2027-01-06" };
/**
 * The Python that Heroku builds with, as `major.minor.patch`: what the deciding file asks for, and without a version
 * that Heroku takes the default for new apps. A new build may also stay on the minor of the last one.
 */
function herokuPython(request) {
    if (request?.kind !== "version" || request.major !== 3)
        return newestPatch(HEROKU_PYTHONS[0] ?? "");
    const minor = `3.${request.minor}`;
    return request.patch === undefined ? newestPatch(minor) : `${minor}.${request.patch}`;
}
/** The newest patch of a `major.minor`, as far as it is known here. */
function newestPatch(minor) {
    return NEWEST[minor] ?? `${minor}.0`;
}
/** The `major.minor` of a `major.minor.patch`. */
function minorOf(python) {
    return python.split(".").slice(0, 2).join(".");
}
/** The values of PEP 508's marker variables on a Heroku dyno with this Python (`3.14.7`). */
function herokuMarkers(python) {
    return {
        implementation_name: "cpython",
        implementation_version: python,
        os_name: "posix",
        platform_machine: "x86_64",
        platform_python_implementation: "CPython",
        platform_release: "",
        platform_system: "Linux",
        platform_version: "",
        python_full_version: python,
        python_version: minorOf(python),
        sys_platform: "linux",
    };
}

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __nccwpck_require__(898);
;// CONCATENATED MODULE: ./lib/project/versions.js

const RELEASE = "v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)*";
const COMPATIBLE_RELEASE = "v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)+";
const PRE = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?";
const POST = "(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?";
const DEV = "(?:[-_.]?dev[-_.]?[0-9]*)?";
const LOCAL = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";
/** One clause of a version specifier, sticky: the grammar of PEP 440 as `packaging` reads it. */
const SPECIFIER = new RegExp([
    "===\\s*[^\\s;)]*",
    `(?:==|!=)\\s*${RELEASE}(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})`,
    `~=\\s*${COMPATIBLE_RELEASE}${PRE}${POST}${DEV}`,
    `(?:<=|>=|<|>)\\s*${RELEASE}${PRE}${POST}${DEV}`,
].join("|"), "iy");
/**
 * Whether a version fits every clause of a specifier. Pre-releases count, since the question is always about a
 * version that is installed. A version that PEP 440 does not know fits only its own `===`.
 */
function fits(version, specifier) {
    const clauses = specifier.split(",").map((clause) => clause.trim());
    return clauses.every((clause) => clause === "" || fitsClause(version.trim(), clause));
}
function fitsClause(version, clause) {
    if (clause.startsWith("==="))
        return clause.slice(3).trim().toLowerCase() === version.toLowerCase();
    const tested = (0,pep440.explain)(version);
    const [, order, limit = ""] = /^([<>])(?!=)\s*(.*)$/.exec(clause) ?? [];
    const bound = (0,pep440.explain)(limit);
    if (!tested)
        return false;
    if (order === undefined || !bound)
        return (0,pep440.satisfies)(padded(version), clause, { prereleases: true });
    // The package is wrong about < and > between pre-releases and across epochs (4.2.4).
    const isFinal = !bound.is_prerelease && !bound.is_postrelease;
    const isOfBound = isFinal && (0,pep440.compare)(tested.base_version, bound.base_version) === 0;
    if (order === "<")
        return (0,pep440.lt)(version, limit) && !(isOfBound && tested.is_prerelease);
    return (0,pep440.gt)(tested.public, limit) && !(isOfBound && tested.is_postrelease);
}
/** The same version with more zeros: the package takes a prefix (`==2.0.*`) by the letter, and 2 for less than it. */
function padded(version) {
    return version.replace(/^(v?(?:\d+!)?)(\d+(?:\.\d+)*)/i, (_, epoch, release) => {
        const missing = Math.max(0, 8 - release.split(".").length);
        return epoch + release + ".0".repeat(missing);
    });
}
/** The canonical form of a distribution's name (PEP 503). */
function canonicalName(name) {
    return name.replace(/[-_.]+/g, "-").toLowerCase();
}
/** One text for all spellings of a version: `1`, `1.0` and `v1.0.0` give the same. Undefined for what PEP 440 does not know. */
function versionKey(version) {
    const isPlain = /^\d+(?:\.\d+)*$/.test(version);
    const written = isPlain ? version.split(".").map(Number).join(".") : (0,pep440.explain)(version.trim())?.public;
    return written?.replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0+)+(?!\.?\d)/, "$1");
}
/** Orders versions, oldest first; what PEP 440 does not know comes before all. */
function byVersion(one, other) {
    const isKnown = (version) => ((0,pep440.explain)(version) ? 1 : 0);
    try {
        return (0,pep440.compare)(one, other);
    }
    catch {
        return isKnown(one) - isKnown(other);
    }
}
/** Whether a version is none of those that pip only takes when it is told to: alpha, beta, candidate, development. */
function isFinal(version) {
    return (0,pep440.explain)(version)?.is_prerelease === false;
}

;// CONCATENATED MODULE: ./lib/project/wheel.js

const wheel_NAME = /^[^-]+-(?<version>[^-]+)(?:-\d[^-]*)?-(?<tags>[^-]+-[^-]+-[^-]+)\.whl$/;
// The glibc behind the old names (PEP 600).
const GLIBC = { "1": 5, "2010": 12, "2014": 17 };
// The glibc 2.x of the stacks: Ubuntu 22.04's, 24.04's and 26.04's. An app without the input has most likely the second.
const STACKS = { "heroku-22": 35, "heroku-24": 39, "heroku-26": 43 };
/** The number of the glibc 2.x on a stack of Heroku's. */
function glibcOn(stack = "") {
    return STACKS[stack] ?? 39;
}
/** Reads a wheel's file name; undefined when it is none. */
function readWheelName(file) {
    const { version, tags } = wheel_NAME.exec(file)?.groups ?? {};
    return version === undefined || tags === undefined ? undefined : { version, tags };
}
/** Reads the tags of a wheel, for a glibc 2.x of this number. */
function readWheelTags(tags, glibc) {
    const [pythons = [], abis = [], platforms = []] = tags.split("-").map((part) => part.split("."));
    const needs = platforms.map(glibcOf).filter((needed) => needed !== undefined);
    const isHere = platforms.includes("any") || needs.some((needed) => needed <= glibc);
    return {
        pythons: isHere ? HEROKU_PYTHONS.filter((minor) => suits(minor, pythons, abis)) : [],
        compiled: needs.length > 0,
    };
}
/** The number of the glibc 2.x that a platform tag needs on x86-64; undefined for every other platform. */
function glibcOf(platform) {
    if (platform === "linux_x86_64")
        return 0;
    const [, minor, old = ""] = /^manylinux(?:_2_(\d+)|(1|2010|2014))_x86_64$/.exec(platform) ?? [];
    return minor === undefined ? GLIBC[old] : Number(minor);
}
/** Whether CPython of this version takes one of the tags (packaging.python.org, Platform compatibility tags). */
function suits(minor, pythons, abis) {
    const own = Number(minor.split(".")[1]);
    return pythons.some((tag) => {
        const [, kind, digits = ""] = /^(py|cp)3(\d*)$/.exec(tag) ?? [];
        const from = Number(digits);
        if (kind === "py")
            return abis.includes("none") && from <= own;
        if (kind !== "cp")
            return false;
        const isOwn = from === own && (abis.includes(`cp3${own}`) || abis.includes("none"));
        return isOwn || (abis.includes("abi3") && from <= own);
    });
}

;// CONCATENATED MODULE: ./lib/project/package-index.js



const SOURCE = /\.(?:tar\.gz|zip|tar\.bz2|tgz)$/;
/**
 * Reads the index's page of a package (PEP 691, JSON) for a glibc 2.x of this number. Files that pip passes over, such
 * as eggs, are passed over. Undefined when it is no such page.
 */
function readIndexPage(page, key, glibc) {
    const { files } = Object(page);
    if (!Array.isArray(files))
        return undefined;
    // A page may have ten thousand files, with a few versions, tags and Pythons among them.
    const keyOf = remembering(versionKey);
    const tagsOf = remembering((tags) => readWheelTags(tags, glibc));
    const allowed = remembering(pythonsIn);
    const releases = new Map();
    for (const file of files) {
        const found = readFile(Object(file));
        const id = found && keyOf(found.version);
        if (!found || id === undefined)
            continue;
        const known = releases.get(id);
        releases.set(id, known ? together(known, found) : found);
    }
    return releases;
    /** A release of one file. */
    function readFile(file) {
        const { filename, yanked, "requires-python": requires } = file;
        if (typeof filename !== "string")
            return undefined;
        const wheel = readWheelName(filename);
        const version = wheel?.version ?? sourceVersion(filename, key);
        if (version === undefined)
            return undefined;
        const requiresPython = typeof requires === "string" ? requires : "";
        const pythons = allowed(requiresPython);
        const tags = wheel && tagsOf(wheel.tags);
        return {
            version,
            requiresPython,
            yanked: typeof yanked === "string" ? yanked : yanked === true ? "" : undefined,
            wheels: (tags?.pythons ?? []).filter((minor) => pythons.includes(minor)),
            sources: wheel ? [] : pythons,
            compiled: tags?.compiled ?? false,
        };
    }
}
/** The same function, which answers the same question only once. */
function remembering(answer) {
    const known = new Map();
    return (text) => {
        const before = known.get(text);
        if (before !== undefined)
            return before;
        const found = answer(text);
        known.set(text, found);
        return found;
    };
}
/** pip takes a release for yanked when all of its files are. */
function together(one, other) {
    return {
        version: one.version,
        yanked: other.yanked === undefined ? undefined : one.yanked,
        requiresPython: one.requiresPython || other.requiresPython,
        wheels: union(one.wheels, other.wheels),
        sources: union(one.sources, other.sources),
        compiled: one.compiled || other.compiled,
    };
}
function union(one, other) {
    if (one.length === 0 || other.length === 0)
        return one.length === 0 ? other : one;
    return HEROKU_PYTHONS.filter((minor) => one.includes(minor) || other.includes(minor));
}
/** `1.0` of `flask-login-1.0.tar.gz`: where the name ends only the name tells. */
function sourceVersion(file, key) {
    const stem = file.replace(SOURCE, "");
    if (stem === file)
        return undefined;
    const dash = [...stem.matchAll(/-/g)].find(({ index }) => canonicalName(stem.slice(0, index)) === key);
    return dash && stem.slice(dash.index + 1);
}
/** The Pythons of Heroku's that a Requires-Python allows. One that cannot be read allows all, as pip has it. */
function pythonsIn(requires) {
    const isReadable = requires.split(",").every((clause) => /^\s*(?:[<>=!~]=?|===)\s*\d/.test(clause));
    if (!isReadable)
        return HEROKU_PYTHONS;
    return HEROKU_PYTHONS.filter((minor) => fits(newestPatch(minor), requires));
}
/** The versions that pip takes without being told to, lowest first; none without an answer. */
function finalVersions(releases) {
    if (releases === undefined || releases === "unknown")
        return [];
    return [...releases.values()]
        .filter(({ version, yanked }) => yanked === undefined && isFinal(version))
        .map(({ version }) => version)
        .sort(byVersion);
}

;// CONCATENATED MODULE: ./lib/project/ask-index.js



const FORMAT = "application/vnd.pypi.simple.v1+json";
/** For all answers together. */
const PATIENCE_MS = 2000;
/** For the first answer of a name server. */
const NAMES_MS = 500;
const AT_ONCE = 16;
/** Nobody pins more by hand; a hostile file shall not make this a flood. */
const MOST_PINS = 300;
/**
 * Asks a package index about pins, all at once and for two seconds at most; what has not answered by then is left out.
 * Sends nothing but the names of the packages. Never throws.
 */
async function askIndex(source, pins, glibc) {
    if (pins.length === 0)
        return { packages: null, reason: "no package is pinned" };
    if (!source)
        return { packages: null, reason: "the settings of pip here forbid it, or name more than one" };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    if (!(await namesAreAnswered(source.url)))
        return { packages: null, reason: "no name server answered" };
    const late = new Promise((resolve) => signal.addEventListener("abort", () => resolve("late"), { once: true }));
    if (!(await Promise.race([isHost(source.url), late])))
        return { packages: null, reason: "there is no host of its name" };
    const packages = new Map();
    const waiting = pins.slice(0, MOST_PINS).map(({ key }) => key);
    const workers = Array.from({ length: Math.min(AT_ONCE, waiting.length) }, work);
    await Promise.race([Promise.all(workers), late]);
    const isStrange = packages.size > 0 && [...packages.values()].every((each) => each === "unknown");
    if (isStrange)
        return { packages: null, reason: "it knows none of the pinned packages" };
    return packages.size > 0
        ? {
            packages: new Map(packages),
            isPublic: source.isPublic,
            unanswered: pins.length - packages.size,
            reason: "",
        }
        : {
            packages: null,
            reason: `it did not answer${signal.aborted ? ` within ${PATIENCE_MS / 1000} seconds` : ""}`,
        };
    async function work() {
        for (let key = waiting.shift(); key !== undefined && source; key = waiting.shift()) {
            const releases = await askFor(source, key, glibc, signal).catch(() => undefined);
            if (releases)
                packages.set(key, releases);
            if (signal.aborted)
                return;
        }
    }
}
/**
 * Whether names are answered at all. Where they are not, the system takes ten seconds and more to give up on one, and
 * nothing can stop it, not even the end of this process. What the answer is counts for nothing: the name may be local.
 */
async function namesAreAnswered({ hostname }) {
    if ((0,external_node_net_namespaceObject.isIP)(hostname.replace(/^\[|\]$/g, "")) !== 0)
        return true;
    const resolver = new external_node_dns_promises_namespaceObject.Resolver({ timeout: NAMES_MS, tries: 1 });
    const giveUp = setTimeout(() => resolver.cancel(), NAMES_MS);
    const silence = (error) => error.code === "ETIMEOUT" || error.code === "ECANCELLED";
    return resolver
        .resolve4(hostname)
        .then(() => true, (error) => !silence(error))
        .finally(() => clearTimeout(giveUp));
}
/**
 * Whether the system knows the host. Asked once ahead of all: sixteen questions at a time for a name that is not there
 * take a name server seconds, and the process lives until the last is answered.
 */
async function isHost({ hostname }) {
    return (0,external_node_dns_promises_namespaceObject.lookup)(hostname.replace(/^\[|\]$/g, "")).then(() => true, () => false);
}
async function askFor({ url, authorization }, key, glibc, signal) {
    const headers = { accept: FORMAT, ...(authorization !== undefined && { authorization }) };
    const answer = await fetch(new URL(`${key}/`, url), { headers, redirect: "error", signal });
    if (answer.status === 404) {
        await answer.body?.cancel();
        return "unknown";
    }
    if (!answer.ok || !answer.headers.get("content-type")?.includes(FORMAT)) {
        await answer.body?.cancel();
        return undefined;
    }
    return readIndexPage(await answer.json(), key, glibc);
}

;// CONCATENATED MODULE: ./lib/project/tree.js

/** Makes a tree of git's listing. */
function tree_treeOf(entries) {
    const files = new Map();
    const folders = new Set(["."]);
    const compiled = new Set();
    for (const entry of entries) {
        const { path } = entry;
        const parent = external_node_path_.posix.dirname(path);
        files.set(path, entry);
        for (let folder = parent; !folders.has(folder); folder = external_node_path_.posix.dirname(folder))
            folders.add(folder);
        if (/\.(?:so|pyc)$/.test(path))
            compiled.add(external_node_path_.posix.join(parent, external_node_path_.posix.basename(path).replace(/\..*/, "")));
    }
    return { files, folders, compiled };
}
/** A written path relative to the app's folder, in the tree's own form; undefined when it leaves the folder. */
function inTree(...written) {
    const path = external_node_path_.posix.normalize(external_node_path_.posix.join(...written)).replace(/(?<=.)\/$/, "");
    return external_node_path_.posix.isAbsolute(written.at(-1) ?? "") || path === ".." || path.startsWith("../") ? undefined : path;
}
/** Whether pip could install the folder of that path: it holds a setup.py or a pyproject.toml. */
function isInstallable({ files }, folder) {
    return files.has(external_node_path_.posix.join(folder, "setup.py")) || files.has(external_node_path_.posix.join(folder, "pyproject.toml"));
}
/** Whether git holds text or bytes there: a link's content is only a path, and a submodule has none. */
function isRegular(entry) {
    return entry?.mode.startsWith("100") ?? false;
}

;// CONCATENATED MODULE: ./lib/project/blobs.js

// What is larger is no text that a person wrote. Its contents never leave git.
const MAX_FILE_BYTES = 1024 * 1024;
// What is read at once at most, needed or not.
const SMALL_APP = { files: 1000, bytes: 4 * 1024 * 1024 };
/**
 * Makes a function that gives the contents of those paths that are text files of the commit: no links, no
 * submodules, nothing above 1 MiB. Following imports asks for a few files many times, and every time is a process
 * of git, so with the first file all of a small app's Python comes along.
 */
function blobReader(git, files) {
    const known = new Map();
    let companions = smallApp(files);
    return async (paths) => {
        const wanted = paths.map((path) => files.get(path)).filter((entry) => isText(entry));
        const missing = wanted.map(({ oid }) => oid).filter((oid) => !known.has(oid));
        if (missing.length > 0) {
            for (const [oid, content] of await git.read([...missing, ...companions]))
                known.set(oid, content);
            companions = [];
        }
        const contents = new Map();
        for (const { path, oid } of wanted) {
            const content = known.get(oid);
            if (content)
                contents.set(path, content);
        }
        return contents;
    };
}
/** Object ids of all Python files, if they are few enough to be read at once. */
function smallApp(files) {
    const sources = [...files.values()].filter((entry) => isPython(entry.path) && isText(entry));
    const bytes = sources.reduce((sum, { size }) => sum + size, 0);
    const isSmall = sources.length <= SMALL_APP.files && bytes <= SMALL_APP.bytes;
    return isSmall ? sources.map(({ oid }) => oid) : [];
}
function isText(entry) {
    return isRegular(entry) && entry.size <= MAX_FILE_BYTES;
}
function isPython(path) {
    return path.endsWith(".py");
}

;// CONCATENATED MODULE: ./lib/project/container.js
/**
 * Whether an app is built from a Dockerfile. The stack decides where the settings name one: `container` does it, and
 * on every other Heroku reads no heroku.yml. Where they name none, a heroku.yml in the commit stands for the stack.
 */
function containerOf(files, stack) {
    if (stack !== undefined)
        return stack === "container" ? "stack" : undefined;
    return files.has("heroku.yml") ? "heroku.yml" : undefined;
}

;// CONCATENATED MODULE: ./lib/project/environment.js



const INPUT = "input";
const PROGRAM = __nccwpck_require__.ab + "environment.py";
/**
 * Asks an interpreter for its packages. No code of the environment runs: -I -S loads the standard library alone.
 * Undefined when it gives no answer within 20 seconds.
 */
async function dumpEnvironment(interpreter, temp) {
    try {
        return parseDump((await runPython(interpreter, temp, PROGRAM)) ?? "");
    }
    catch {
        return undefined;
    }
}
/**
 * What a program of ours prints, run by an interpreter. No code of the repository runs: -I -S loads the standard
 * library alone, from an empty folder, in an environment of our own. Undefined when it fails; the program itself must
 * end in time, since @actions/exec cannot end a process. `input` lies in that folder as `input`.
 */
async function runPython(interpreter, temp, program, input) {
    const cwd = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_.join)(temp, "python-"));
    try {
        // Not by a pipe: @actions/exec cannot catch it when a program ends before it has read all.
        if (input)
            await (0,promises_namespaceObject.writeFile)((0,external_node_path_.join)(cwd, INPUT), input);
        const { exitCode, stdout } = await getExecOutput(`"${interpreter.replaceAll('"', '\\"')}"`, ["-I", "-S", "-c", await (0,promises_namespaceObject.readFile)(program, "utf8")], { cwd, env: environment(), silent: true, ignoreReturnCode: true });
        return exitCode === 0 ? stdout : undefined;
    }
    catch {
        return undefined;
    }
    finally {
        await (0,promises_namespaceObject.rm)(cwd, { recursive: true, force: true });
    }
}
/** All that the interpreter sees of the job: nothing that could lead it to other code, and no secret. */
function environment() {
    const { HOME } = process.env;
    return { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", ...(HOME ? { HOME } : {}) };
}
function parseDump(json) {
    const { python, venv, stdlib, packages } = Object(JSON.parse(json));
    if (typeof python !== "string" || typeof venv !== "boolean" || !isTexts(stdlib))
        return undefined;
    const entries = Object.entries(Object(packages)).filter((entry) => isPackage(entry[1]));
    return { python, venv, stdlib, packages: new Map(entries) };
}
function isPackage(value) {
    const { name, version, requires, imports } = Object(value);
    return typeof name === "string" && typeof version === "string" && isTexts(requires) && isTexts(imports);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((item) => typeof item === "string");
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./lib/project/text-encoding.js

const MARKS = [
    [[0xef, 0xbb, 0xbf], "utf-8"],
    [[0xff, 0xfe, 0x00, 0x00], "utf-32le"],
    [[0x00, 0x00, 0xfe, 0xff], "utf-32be"],
    [[0xff, 0xfe], "utf-16le"],
    [[0xfe, 0xff], "utf-16be"],
];
/** Whether a text begins with the byte order mark of UTF-16 or UTF-32. */
function isWide(bytes) {
    return MARKS.some(([mark, encoding]) => encoding !== "utf-8" && startsWith(bytes, mark));
}
/**
 * The text of a requirements file as pip decodes it: by its byte order mark (PowerShell writes UTF-16), else by
 * a PEP 263 comment in the first two lines, else as UTF-8. Undefined when pip could not read it on Heroku.
 */
function decodeRequirements(bytes) {
    for (const [mark, encoding] of MARKS) {
        if (startsWith(bytes, mark))
            return decode(bytes.subarray(mark.length), encoding);
    }
    return decode(bytes, declared(bytes) ?? "utf-8");
}
function startsWith(bytes, mark) {
    return mark.every((byte, index) => bytes[index] === byte);
}
function declared(bytes) {
    const lines = bytes.subarray(0, 1000).toString("latin1").split("\n", 2);
    for (const line of lines) {
        const encoding = line.startsWith("#") ? /coding[:=]\s*([-\w.]+)/.exec(line)?.[1] : undefined;
        if (encoding !== undefined)
            return encoding
                .toLowerCase()
                .replaceAll("_", "-")
                .replace(/^latin-1$/, "latin1");
    }
    return undefined;
}
function decode(bytes, encoding) {
    // Node sets up its TextDecoder on first use, for as long as all of a small requirements file takes.
    if (encoding === "utf-8")
        return (0,external_node_buffer_namespaceObject.isUtf8)(bytes) ? bytes.toString("utf8") : undefined;
    if (encoding === "utf-32le" || encoding === "utf-32be")
        return decodeUtf32(bytes, encoding === "utf-32le");
    try {
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function decodeUtf32(bytes, littleEndian) {
    if (bytes.length % 4 !== 0)
        return undefined;
    let text = "";
    for (let at = 0; at < bytes.length; at += 4) {
        const code = littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
        if (code > 0x10ffff)
            return undefined;
        text += String.fromCodePoint(code);
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/project/freeze.js






const MOST_BYTES = 1024 * 1024;
const PINNED = /^([a-z0-9][\w.-]*)===?([\w.!+-]+)(?:\s|;|$)/i;
const FROM_URL = /^([a-z0-9][\w.-]*)(?:\[[^\]]*\])?\s+@\s+\S/i;
const EDITABLE = /^#.*\(([a-z0-9][\w.-]*)===?([\w.!+-]+)\)$/i;
const EGG = /^(?:-e|--editable)\s.*[#&]egg=([\w.-]+)/i;
/** The path in the `python` input when it names an output of `pip freeze` and no interpreter: it ends in `.txt`. */
function freezePath(python) {
    return python.kind === "path" && /\.txt$/i.test(python.path) ? python.path : undefined;
}
/**
 * Reads the environment of the tests from an output of `pip freeze` in the workspace, else in the commit. Throws Failure
 * PYTHON_NOT_FOUND without such a file, PYTHON_FAILED when it lists nothing.
 */
async function readFreeze(path, workspace, commit, git) {
    const bytes = (await fromDisk((0,external_node_path_.resolve)(workspace, path))) ?? (await fromCommit(path, workspace, commit, git));
    if (!bytes) {
        throw new failure/* Failure */.H("PYTHON_NOT_FOUND", "The `python` input names a `.txt` file that is not there.", {
            fix: "Write it in the job of the tests, `pip freeze > freeze.txt`, and give its path in the workspace.",
        });
    }
    const packages = parseFreeze(decodeRequirements(bytes) ?? "");
    if (packages.size > 0)
        return { packages, stdlib: new Set(), reason: "", versionsOnly: true };
    throw new failure/* Failure */.H("PYTHON_FAILED", "The file in the `python` input is no output of `pip freeze`.", {
        fix: "Write it in the job of the tests, after they ran: `pip freeze > freeze.txt`.",
    });
}
async function fromDisk(file) {
    try {
        const about = await (0,promises_namespaceObject.stat)(file);
        return about.isFile() && about.size <= MOST_BYTES ? await (0,promises_namespaceObject.readFile)(file) : undefined;
    }
    catch {
        return undefined;
    }
}
async function fromCommit(path, workspace, commit, git) {
    const wanted = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, path)).replaceAll(external_node_path_.sep, "/");
    const entry = (await git.list(commit, ".")).find((file) => file.path === wanted);
    if (!isRegular(entry) || entry.size > MOST_BYTES)
        return undefined;
    return (await git.read([entry.oid])).get(entry.oid);
}
/** The packages that `pip freeze` wrote, by key. A comment in front of an editable install has its name and version. */
function parseFreeze(text) {
    const packages = new Map();
    for (const line of text.split(/\r?\n/)) {
        const pinned = (PINNED.exec(line) ?? EDITABLE.exec(line.trimEnd()))?.slice(1);
        const [name, version = ""] = pinned ?? (FROM_URL.exec(line) ?? EGG.exec(line))?.slice(1, 2) ?? [];
        if (name === undefined || packages.has(canonicalName(name)))
            continue;
        packages.set(canonicalName(name), { name, version, requires: [], imports: [] });
    }
    return packages;
}

;// CONCATENATED MODULE: ./lib/project/interpreter.js





/**
 * Finds the interpreter whose packages are compared. Nothing that the repository brings may be run: on PATH, relative
 * folders are passed over and one inside the checkout ends the search; a path in the `python` input may lie in the
 * checkout (a virtual environment that the job made there) as long as the commit has no file around it.
 * Throws Failure PYTHON_NOT_FOUND or PYTHON_COMMITTED for a path of that input.
 */
async function findInterpreter(search) {
    const { python } = search;
    if (python.kind === "off")
        return { reason: "the `python` input is `off`" };
    return python.kind === "path" ? named(python.path, search) : onPath(search);
}
async function onPath({ path, workspace }) {
    const checkout = await (0,promises_namespaceObject.realpath)(workspace);
    const folders = absoluteFolders(path, external_node_path_.delimiter);
    for (const name of ["python3", "python"]) {
        for (const folder of folders) {
            const file = (0,external_node_path_.join)(folder, name);
            if (!(await isExecutable(file)))
                continue;
            const places = [folder, await (0,promises_namespaceObject.realpath)(folder), await (0,promises_namespaceObject.realpath)(file)];
            if (!places.some((place) => contains(checkout, place) || contains(workspace, place)))
                return { path: file };
            return {
                reason: "the first Python on PATH lies in the checkout; name it in the `python` input to compare with it",
            };
        }
    }
    return { reason: "there is no Python on PATH" };
}
async function named(written, { workspace, isCommitted }) {
    const file = (0,external_node_path_.resolve)(workspace, written);
    if (!(await isExecutable(file))) {
        throw new failure/* Failure */.H("PYTHON_NOT_FOUND", "The `python` input names no file that can be run.", {
            fix: "Give the path of the interpreter that the tests ran with, `python3` for the one on PATH, or `off`.",
        });
    }
    const checkout = await (0,promises_namespaceObject.realpath)(workspace);
    for (const place of [file, await (0,promises_namespaceObject.realpath)(file)]) {
        // A virtual environment runs code from around its interpreter: PREFIX/bin/python reads PREFIX/lib.
        const prefix = (0,external_node_path_.dirname)(await (0,promises_namespaceObject.realpath)((0,external_node_path_.dirname)(place)));
        const folder = (0,external_node_path_.relative)(checkout, prefix).replaceAll(external_node_path_.sep, "/") || ".";
        if (contains(checkout, prefix) && (await isCommitted(folder)))
            throw committed();
    }
    return { path: file };
}
function committed() {
    return new failure/* Failure */.H("PYTHON_COMMITTED", "The `python` input names an interpreter that comes with the repository.", {
        fix: "Nothing of the repository is run here: make the virtual environment in a step of the job, or use `off`.",
    });
}

;// CONCATENATED MODULE: ./lib/project/pins.js

const EXACT = /(?:^|,)===?\s*v?([^*,\s]+)\s*(?=,|$)/i;
const OTHER_SOURCES = ["index-url", "extra-index-url", "find-links", "no-index"];
/**
 * The pins that pip on Heroku looks up in the public package index: none from a URL, none when the file names another
 * source, and none with a local version (`+cpu`), which the public index cannot have.
 */
function publicPins({ entries, constraints, options }) {
    if (OTHER_SOURCES.some((name) => options.has(name)))
        return [];
    const listed = Map.groupBy(entries.filter(({ active }) => active), ({ key }) => key);
    const bound = Map.groupBy(constraints.filter(({ active }) => active), ({ key }) => key);
    return [...listed].flatMap(([key, lines]) => {
        const all = [...lines, ...(bound.get(key) ?? [])];
        const pinned = all.flatMap((place) => {
            const version = EXACT.exec(place.specifier)?.[1];
            return version === undefined || versionKey(version) === undefined ? [] : [{ key, version, place }];
        });
        const [first] = pinned;
        const isPublic = first && !first.version.includes("+") && all.every(({ url }) => url === undefined);
        return isPublic && pinned.every(({ version }) => version === first.version) ? [first] : [];
    });
}

;// CONCATENATED MODULE: ./node_modules/py-ast/dist/index.esm.js
var TokenType = /* @__PURE__ */ ((TokenType2) => {
  TokenType2["NUMBER"] = "NUMBER";
  TokenType2["STRING"] = "STRING";
  TokenType2["NAME"] = "NAME";
  TokenType2["AND"] = "AND";
  TokenType2["AS"] = "AS";
  TokenType2["ASSERT"] = "ASSERT";
  TokenType2["ASYNC"] = "ASYNC";
  TokenType2["AWAIT"] = "AWAIT";
  TokenType2["BREAK"] = "BREAK";
  TokenType2["CLASS"] = "CLASS";
  TokenType2["CONTINUE"] = "CONTINUE";
  TokenType2["DEF"] = "DEF";
  TokenType2["DEL"] = "DEL";
  TokenType2["ELIF"] = "ELIF";
  TokenType2["ELSE"] = "ELSE";
  TokenType2["EXCEPT"] = "EXCEPT";
  TokenType2["FALSE"] = "FALSE";
  TokenType2["FINALLY"] = "FINALLY";
  TokenType2["FOR"] = "FOR";
  TokenType2["FROM"] = "FROM";
  TokenType2["GLOBAL"] = "GLOBAL";
  TokenType2["IF"] = "IF";
  TokenType2["IMPORT"] = "IMPORT";
  TokenType2["IN"] = "IN";
  TokenType2["IS"] = "IS";
  TokenType2["LAMBDA"] = "LAMBDA";
  TokenType2["MATCH"] = "MATCH";
  TokenType2["CASE"] = "CASE";
  TokenType2["NONE"] = "NONE";
  TokenType2["NONLOCAL"] = "NONLOCAL";
  TokenType2["NOT"] = "NOT";
  TokenType2["OR"] = "OR";
  TokenType2["PASS"] = "PASS";
  TokenType2["RAISE"] = "RAISE";
  TokenType2["RETURN"] = "RETURN";
  TokenType2["TRUE"] = "TRUE";
  TokenType2["TRY"] = "TRY";
  TokenType2["WHILE"] = "WHILE";
  TokenType2["WITH"] = "WITH";
  TokenType2["YIELD"] = "YIELD";
  TokenType2["PLUS"] = "PLUS";
  TokenType2["MINUS"] = "MINUS";
  TokenType2["STAR"] = "STAR";
  TokenType2["DOUBLESTAR"] = "DOUBLESTAR";
  TokenType2["SLASH"] = "SLASH";
  TokenType2["DOUBLESLASH"] = "DOUBLESLASH";
  TokenType2["PERCENT"] = "PERCENT";
  TokenType2["AT"] = "AT";
  TokenType2["VBAR"] = "VBAR";
  TokenType2["AMPER"] = "AMPER";
  TokenType2["CIRCUMFLEX"] = "CIRCUMFLEX";
  TokenType2["TILDE"] = "TILDE";
  TokenType2["LEFTSHIFT"] = "LEFTSHIFT";
  TokenType2["RIGHTSHIFT"] = "RIGHTSHIFT";
  TokenType2["LPAR"] = "LPAR";
  TokenType2["RPAR"] = "RPAR";
  TokenType2["LSQB"] = "LSQB";
  TokenType2["RSQB"] = "RSQB";
  TokenType2["LBRACE"] = "LBRACE";
  TokenType2["RBRACE"] = "RBRACE";
  TokenType2["COMMA"] = "COMMA";
  TokenType2["COLON"] = "COLON";
  TokenType2["DOT"] = "DOT";
  TokenType2["SEMI"] = "SEMI";
  TokenType2["EQUAL"] = "EQUAL";
  TokenType2["RARROW"] = "RARROW";
  TokenType2["EQEQUAL"] = "EQEQUAL";
  TokenType2["NOTEQUAL"] = "NOTEQUAL";
  TokenType2["LESS"] = "LESS";
  TokenType2["GREATER"] = "GREATER";
  TokenType2["LESSEQUAL"] = "LESSEQUAL";
  TokenType2["GREATEREQUAL"] = "GREATEREQUAL";
  TokenType2["PLUSEQUAL"] = "PLUSEQUAL";
  TokenType2["MINEQUAL"] = "MINEQUAL";
  TokenType2["STAREQUAL"] = "STAREQUAL";
  TokenType2["SLASHEQUAL"] = "SLASHEQUAL";
  TokenType2["PERCENTEQUAL"] = "PERCENTEQUAL";
  TokenType2["AMPEREQUAL"] = "AMPEREQUAL";
  TokenType2["VBAREQUAL"] = "VBAREQUAL";
  TokenType2["CIRCUMFLEXEQUAL"] = "CIRCUMFLEXEQUAL";
  TokenType2["LEFTSHIFTEQUAL"] = "LEFTSHIFTEQUAL";
  TokenType2["RIGHTSHIFTEQUAL"] = "RIGHTSHIFTEQUAL";
  TokenType2["DOUBLESTAREQUAL"] = "DOUBLESTAREQUAL";
  TokenType2["DOUBLESLASHEQUAL"] = "DOUBLESLASHEQUAL";
  TokenType2["ATEQUAL"] = "ATEQUAL";
  TokenType2["COLONEQUAL"] = "COLONEQUAL";
  TokenType2["NEWLINE"] = "NEWLINE";
  TokenType2["INDENT"] = "INDENT";
  TokenType2["DEDENT"] = "DEDENT";
  TokenType2["COMMENT"] = "COMMENT";
  TokenType2["EOF"] = "EOF";
  TokenType2["ELLIPSIS"] = "ELLIPSIS";
  TokenType2["FSTRING_START"] = "FSTRING_START";
  TokenType2["FSTRING_MIDDLE"] = "FSTRING_MIDDLE";
  TokenType2["FSTRING_END"] = "FSTRING_END";
  return TokenType2;
})(TokenType || {});
const KEYWORDS = /* @__PURE__ */ new Map([
  ["and", "AND" /* AND */],
  ["as", "AS" /* AS */],
  ["assert", "ASSERT" /* ASSERT */],
  ["async", "ASYNC" /* ASYNC */],
  ["await", "AWAIT" /* AWAIT */],
  ["break", "BREAK" /* BREAK */],
  ["class", "CLASS" /* CLASS */],
  ["continue", "CONTINUE" /* CONTINUE */],
  ["def", "DEF" /* DEF */],
  ["del", "DEL" /* DEL */],
  ["elif", "ELIF" /* ELIF */],
  ["else", "ELSE" /* ELSE */],
  ["except", "EXCEPT" /* EXCEPT */],
  ["False", "FALSE" /* FALSE */],
  ["finally", "FINALLY" /* FINALLY */],
  ["for", "FOR" /* FOR */],
  ["from", "FROM" /* FROM */],
  ["global", "GLOBAL" /* GLOBAL */],
  ["if", "IF" /* IF */],
  ["import", "IMPORT" /* IMPORT */],
  ["in", "IN" /* IN */],
  ["is", "IS" /* IS */],
  ["lambda", "LAMBDA" /* LAMBDA */],
  ["None", "NONE" /* NONE */],
  ["nonlocal", "NONLOCAL" /* NONLOCAL */],
  ["not", "NOT" /* NOT */],
  ["or", "OR" /* OR */],
  ["pass", "PASS" /* PASS */],
  ["raise", "RAISE" /* RAISE */],
  ["return", "RETURN" /* RETURN */],
  ["True", "TRUE" /* TRUE */],
  ["try", "TRY" /* TRY */],
  ["while", "WHILE" /* WHILE */],
  ["with", "WITH" /* WITH */],
  ["yield", "YIELD" /* YIELD */]
]);
function utf8Length(codePoint) {
  if (codePoint < 128) return 1;
  if (codePoint < 2048) return 2;
  if (codePoint < 65536) return 3;
  return 4;
}
function utf8LengthAt(text, index) {
  const code = text.charCodeAt(index);
  if (code >= 55296 && code <= 56319) {
    const low = text.charCodeAt(index + 1);
    if (low >= 56320 && low <= 57343) {
      const codePoint = (code - 55296) * 1024 + (low - 56320) + 65536;
      return utf8Length(codePoint);
    }
  }
  return utf8Length(code);
}
class Lexer {
  /**
   * @param source - The full Python source text to tokenize. Line endings
   * are normalized to `\n` first (CPython's universal-newline handling —
   * `\r\n` and lone `\r` both become `\n`, including inside string
   * literals), so indentation tracking isn't thrown off by `\r` and
   * `lineno`/`col_offset` land where CPython puts them regardless of the
   * source file's original line-ending style.
   */
  constructor(source) {
    this.tokens = [];
    /** Stack of indentation widths (in columns) for currently-open blocks; always starts at `[0]` for the top level. */
    this.indentStack = [0];
    /** Whether the lexer is positioned at the start of a logical line and still needs to process leading indentation. */
    this.atLineStart = true;
    /** Nesting depth of `(`/`)`; while > 0, newlines and indentation are not significant (implicit line joining). */
    this.parenLevel = 0;
    /** Nesting depth of `[`/`]`; while > 0, newlines and indentation are not significant (implicit line joining). */
    this.bracketLevel = 0;
    /** Nesting depth of `{`/`}`; while > 0, newlines and indentation are not significant (implicit line joining). */
    this.braceLevel = 0;
    this.source = source.replace(/\r\n?/g, "\n");
    this.position = { line: 1, column: 0, index: 0 };
  }
  /**
   * Tokenizes the source text passed to the constructor.
   *
   * Resets all internal lexer state first, so the same {@link Lexer}
   * instance can be safely re-tokenized by calling this method again.
   * Emits any trailing `DEDENT` tokens needed to close open indentation
   * levels, followed by a final `EOF` token.
   *
   * @returns The complete list of tokens, terminated by an `EOF` token.
   * @throws {Error} If the source contains invalid indentation, an
   *   unterminated string/f-string literal, or an unexpected character.
   */
  tokenize() {
    this.tokens = [];
    this.position = { line: 1, column: 0, index: 0 };
    this.indentStack = [0];
    this.atLineStart = true;
    this.parenLevel = 0;
    this.bracketLevel = 0;
    this.braceLevel = 0;
    while (this.position.index < this.source.length) {
      this.scanToken();
    }
    const lastToken = this.tokens[this.tokens.length - 1];
    if (lastToken && lastToken.type !== "NEWLINE" /* NEWLINE */) {
      this.addToken("NEWLINE" /* NEWLINE */, "\n");
    }
    while (this.indentStack.length > 1) {
      this.indentStack.pop();
      this.addToken("DEDENT" /* DEDENT */, "");
    }
    this.addToken("EOF" /* EOF */, "");
    return this.tokens;
  }
  /**
   * Scans and emits exactly one token (or handles one piece of
   * line-start/whitespace state) starting at the current position.
   *
   * Dispatches to the appropriate specialized `scan*` method based on the
   * current character, checking for f-string prefixes before falling back
   * to generic identifier scanning.
   */
  scanToken() {
    const c = this.peek();
    if (c === "\n") {
      this.scanNewline();
      return;
    }
    if (this.atLineStart) {
      this.scanIndentation();
      this.atLineStart = false;
      if (this.position.index < this.source.length) {
        this.scanToken();
      }
      return;
    }
    if (c === " " || c === "	" || c === "\r") {
      this.advance();
      return;
    }
    if (c === "#") {
      this.scanComment();
      return;
    }
    if (c === '"' || c === "'") {
      this.scanString();
      return;
    }
    if (this.isDigit(c)) {
      this.scanNumber();
      return;
    }
    if (c === "." && this.isDigit(this.peekNext())) {
      this.scanNumber();
      return;
    }
    if (this.isAlpha(c) || c === "_") {
      if ((c.toLowerCase() === "f" || c.toLowerCase() === "t") && this.position.index + 1 < this.source.length) {
        const nextChar = this.peekNext();
        if (nextChar === '"' || nextChar === "'") {
          this.scanInterpolatedStringLiteral(c);
          return;
        }
      }
      this.scanIdentifier();
      return;
    }
    const threeChar = this.source.slice(
      this.position.index,
      this.position.index + 3
    );
    if (this.scanThreeCharOperator(threeChar)) {
      return;
    }
    const twoChar = this.source.slice(
      this.position.index,
      this.position.index + 2
    );
    if (this.scanTwoCharOperator(twoChar)) {
      return;
    }
    this.scanSingleCharOperator(c);
  }
  /**
   * Consumes a `\n` and emits a `NEWLINE` token, unless the lexer is
   * currently inside parentheses, brackets, or braces (implicit line
   * joining), in which case the newline is consumed silently. Marks the
   * lexer as being at the start of a new line so indentation is rescanned.
   */
  scanNewline() {
    const start = { ...this.position };
    this.advance();
    if (this.parenLevel === 0 && this.bracketLevel === 0 && this.braceLevel === 0) {
      this.addTokenAt("NEWLINE" /* NEWLINE */, "\n", start);
    }
    this.atLineStart = true;
  }
  /**
   * Measures the leading whitespace of a logical line and updates
   * {@link indentStack}, emitting `INDENT`/`DEDENT` tokens as needed.
   *
   * Blank lines and comment-only lines are skipped entirely (they don't
   * affect indentation), and indentation is not tracked while inside an
   * open `()`/`[]`/`{}` (continuation lines can be indented arbitrarily).
   * Tabs are counted as 8 columns each, matching CPython's tokenizer.
   *
   * @throws {Error} If a dedent's width doesn't match any level still on
   *   the indent stack (inconsistent indentation).
   */
  scanIndentation() {
    let indent = 0;
    while (this.position.index < this.source.length) {
      const c2 = this.peek();
      if (c2 === " ") {
        indent++;
        this.advance();
      } else if (c2 === "	") {
        indent += 8;
        this.advance();
      } else {
        break;
      }
    }
    const c = this.peek();
    if (c === "\n" || c === "#" || this.position.index >= this.source.length) {
      return;
    }
    if (this.parenLevel > 0 || this.bracketLevel > 0 || this.braceLevel > 0) {
      return;
    }
    const currentIndent = this.indentStack[this.indentStack.length - 1];
    if (indent > currentIndent) {
      this.indentStack.push(indent);
      this.addToken("INDENT" /* INDENT */, "");
    } else if (indent < currentIndent) {
      while (this.indentStack.length > 1 && this.indentStack[this.indentStack.length - 1] > indent) {
        this.indentStack.pop();
        this.addToken("DEDENT" /* DEDENT */, "");
      }
      if (this.indentStack[this.indentStack.length - 1] !== indent) {
        throw new Error(`Indentation error at line ${this.position.line}`);
      }
    }
  }
  /**
   * Consumes a `#` comment through the end of the current line (exclusive
   * of the trailing newline) and emits a `COMMENT` token.
   */
  scanComment() {
    const start = { ...this.position };
    this.advance();
    let value = "#";
    while (this.position.index < this.source.length && this.peek() !== "\n") {
      value += this.peek();
      this.advance();
    }
    this.addTokenAt("COMMENT" /* COMMENT */, value, start);
  }
  /**
   * Scans a single- or triple-quoted string literal (`'...'`, `"..."`,
   * `'''...'''`, `"""..."""`) with no prefix, starting at the opening
   * quote. Escape sequences are copied through verbatim without
   * interpretation (unparsing/interpretation happens elsewhere).
   *
   * @throws {Error} If a single-quoted string contains a raw newline, or
   *   if the string is unterminated at end of source.
   */
  scanString() {
    const start = { ...this.position };
    const quote = this.peek();
    this.advance();
    const isTripleQuote = this.peek() === quote && this.peekNext() === quote;
    if (isTripleQuote) {
      this.advance();
      this.advance();
    }
    let value = quote;
    if (isTripleQuote) {
      value += quote + quote;
    }
    let stringClosed = false;
    while (this.position.index < this.source.length) {
      const c = this.peek();
      if (c === "\\") {
        value += c;
        this.advance();
        if (this.position.index < this.source.length) {
          value += this.peek();
          this.advance();
        }
        continue;
      }
      if (isTripleQuote) {
        if (c === quote && this.peekNext() === quote && this.peek(2) === quote) {
          value += quote + quote + quote;
          this.advance();
          this.advance();
          this.advance();
          stringClosed = true;
          break;
        }
      } else {
        if (c === quote) {
          value += quote;
          this.advance();
          stringClosed = true;
          break;
        }
        if (c === "\n") {
          throw new Error(
            `Unterminated string literal at line ${this.position.line}`
          );
        }
      }
      value += c;
      this.advance();
    }
    if (!stringClosed) {
      if (isTripleQuote) {
        throw new Error(
          `Unterminated triple-quoted string literal at line ${start.line}`
        );
      } else {
        throw new Error(`Unterminated string literal at line ${start.line}`);
      }
    }
    this.addTokenAt("STRING" /* STRING */, value, start);
  }
  /**
   * Scans an f-string or t-string literal (`f"..."`, `t'''...'''`, etc.)
   * starting at the leading prefix letter. The whole literal — including
   * its prefix, quotes, and any `{expr}` replacement/interpolation fields
   * — is captured as a single `STRING` token's value; nested expressions
   * are not tokenized separately.
   *
   * Brace nesting is tracked via a local `braceLevel` so that the closing
   * quote is only recognized outside of a `{...}` field (e.g. a quote
   * character used inside the expression doesn't terminate the literal).
   *
   * @param prefixChar The single prefix letter already identified (`f`/`F`
   *   for f-strings, `t`/`T` for t-strings/PEP 750 template strings).
   * @throws {Error} If a single-quoted literal contains a raw newline
   *   outside of a replacement field, or if it is unterminated at end of
   *   source.
   */
  scanInterpolatedStringLiteral(prefixChar) {
    const start = { ...this.position };
    let value = this.peek();
    this.advance();
    const literalKind = prefixChar.toLowerCase() === "t" ? "t-string" : "f-string";
    const quote = this.peek();
    value += quote;
    this.advance();
    const isTripleQuote = this.peek() === quote && this.peekNext() === quote;
    if (isTripleQuote) {
      value += quote + quote;
      this.advance();
      this.advance();
    }
    let braceLevel = 0;
    let stringClosed = false;
    while (this.position.index < this.source.length) {
      const c = this.peek();
      if (c === "\\") {
        value += c;
        this.advance();
        if (this.position.index < this.source.length && this.peek() !== "{" && this.peek() !== "}") {
          value += this.peek();
          this.advance();
        }
        continue;
      }
      if (c === "{") {
        if (braceLevel === 0 && this.peekNext() === "{") {
          value += c + this.peekNext();
          this.advance();
          this.advance();
          continue;
        }
        braceLevel++;
        value += c;
        this.advance();
        continue;
      }
      if (c === "}") {
        if (braceLevel === 0 && this.peekNext() === "}") {
          value += c + this.peekNext();
          this.advance();
          this.advance();
          continue;
        }
        if (braceLevel > 0) {
          braceLevel--;
        }
        value += c;
        this.advance();
        continue;
      }
      if (braceLevel === 0) {
        if (isTripleQuote) {
          if (c === quote && this.peekNext() === quote && this.peek(2) === quote) {
            value += quote + quote + quote;
            this.advance();
            this.advance();
            this.advance();
            stringClosed = true;
            break;
          }
        } else {
          if (c === quote) {
            value += quote;
            this.advance();
            stringClosed = true;
            break;
          }
          if (c === "\n") {
            throw new Error(
              `Unterminated ${literalKind} literal at line ${this.position.line}`
            );
          }
        }
      }
      value += c;
      this.advance();
    }
    if (!stringClosed) {
      if (isTripleQuote) {
        throw new Error(
          `Unterminated triple-quoted ${literalKind} literal at line ${start.line}`
        );
      } else {
        throw new Error(
          `Unterminated ${literalKind} literal at line ${start.line}`
        );
      }
    }
    this.addTokenAt("STRING" /* STRING */, value, start);
  }
  /**
   * Scans a numeric literal starting at the current position, producing a
   * single `NUMBER` token.
   *
   * Handles hex (`0x`), octal (`0o`), and binary (`0b`) integers; plain
   * decimal integers; floats with a fractional part; scientific notation
   * (`e`/`E` with an optional sign); and the trailing `j`/`J` suffix for
   * complex number literals. Underscores used as digit-group separators
   * (e.g. `1_000_000`) are recognized and stripped from the emitted value,
   * matching Python's numeric literal grammar.
   */
  scanNumber() {
    const start = { ...this.position };
    let value = "";
    if (this.peek() === "0" && this.position.index + 1 < this.source.length) {
      const next = this.peekNext().toLowerCase();
      if (next === "x" || next === "o" || next === "b") {
        value += this.peek();
        this.advance();
        value += this.peek();
        this.advance();
        const isHex = next === "x";
        const isOctal = next === "o";
        const isBinary = next === "b";
        while (this.position.index < this.source.length) {
          const c = this.peek().toLowerCase();
          if (isHex && this.isHexDigit(c) || isOctal && this.isOctalDigit(c) || isBinary && this.isBinaryDigit(c)) {
            value += this.peek();
            this.advance();
          } else if (c === "_") {
            this.advance();
          } else {
            break;
          }
        }
        this.addTokenAt("NUMBER" /* NUMBER */, value, start);
        return;
      }
    }
    while (this.position.index < this.source.length && (this.isDigit(this.peek()) || this.peek() === "_")) {
      if (this.peek() !== "_") {
        value += this.peek();
      }
      this.advance();
    }
    if (this.peek() === "." && (value.length > 0 || this.isDigit(this.peekNext()))) {
      value += this.peek();
      this.advance();
      while (this.position.index < this.source.length && (this.isDigit(this.peek()) || this.peek() === "_")) {
        if (this.peek() !== "_") {
          value += this.peek();
        }
        this.advance();
      }
    }
    if (this.peek().toLowerCase() === "e") {
      value += this.peek();
      this.advance();
      if (this.peek() === "+" || this.peek() === "-") {
        value += this.peek();
        this.advance();
      }
      while (this.position.index < this.source.length && (this.isDigit(this.peek()) || this.peek() === "_")) {
        if (this.peek() !== "_") {
          value += this.peek();
        }
        this.advance();
      }
    }
    if (this.peek().toLowerCase() === "j") {
      value += this.peek();
      this.advance();
    }
    this.addTokenAt("NUMBER" /* NUMBER */, value, start);
  }
  /**
   * Scans an identifier or keyword starting at the current position.
   *
   * If the scanned word is a recognized string prefix (`r`, `b`, `u`,
   * `fr`, `rf`, `br`, `rb` — case-insensitive) immediately followed by a
   * quote character, delegates to {@link scanPrefixedString} instead of
   * emitting a `NAME`/keyword token, since it's actually the prefix of a
   * string literal. Otherwise emits the matching keyword token type from
   * {@link KEYWORDS}, or `NAME` if the word isn't a keyword.
   */
  scanIdentifier() {
    const start = { ...this.position };
    let value = "";
    while (this.position.index < this.source.length && (this.isAlphaNumeric(this.peek()) || this.peek() === "_")) {
      value += this.peek();
      this.advance();
    }
    if (this.isStringPrefix(value) && (this.peek() === '"' || this.peek() === "'")) {
      this.scanPrefixedString(value, start);
      return;
    }
    const tokenType = KEYWORDS.get(value) || "NAME" /* NAME */;
    this.addTokenAt(tokenType, value, start);
  }
  /**
   * Checks whether `value` is a valid Python string-prefix word (e.g.
   * `r`, `b`, `u`, `rb`, `fr`, `tr`) that, combined with a following quote,
   * denotes a raw/bytes/unicode/template string rather than a plain
   * identifier. Note: plain `f`/`t`-prefixed strings are handled
   * separately by {@link scanInterpolatedStringLiteral}, called eagerly from
   * {@link scanToken} before this check is reached for the
   * single-character `"f"`/`"t"` case.
   *
   * @param value - The already-scanned identifier text to test.
   * @returns `true` if `value` (case-insensitively) is a recognized
   *   string prefix.
   */
  isStringPrefix(value) {
    const lowerValue = value.toLowerCase();
    return [
      "f",
      "r",
      "b",
      "u",
      "t",
      "fr",
      "rf",
      "br",
      "rb",
      "tr",
      "rt"
    ].includes(lowerValue);
  }
  /**
   * Scans a prefixed string literal (e.g. `r"..."`, `rb'''...'''`,
   * `tr"..."`) whose prefix and opening quote have already been identified
   * by {@link scanIdentifier}. Behaves like {@link scanString} but
   * includes the prefix in the emitted token's value and does not itself
   * throw on an unterminated triple-quoted string reaching end of source
   * (unlike {@link scanString}/{@link scanInterpolatedStringLiteral}).
   *
   * When `prefix` contains `f`/`t` (a raw f-string or raw t-string, e.g.
   * `rf`/`tr`), brace nesting is tracked the same way as
   * {@link scanInterpolatedStringLiteral} so a quote character inside a `{expr}` field
   * doesn't terminate the literal early; plain `r`/`b`/`u` combos don't
   * track braces, since `{`/`}` are just literal characters there.
   *
   * @param prefix - The string prefix text already consumed (e.g. `"rb"`).
   * @param start - The position where the prefix began, used as the
   *   resulting token's start position.
   * @throws {Error} If a single-quoted prefixed string contains a raw
   *   newline.
   */
  scanPrefixedString(prefix, start) {
    const quote = this.peek();
    this.advance();
    const isTripleQuote = this.peek() === quote && this.peekNext() === quote;
    if (isTripleQuote) {
      this.advance();
      this.advance();
    }
    let value = prefix + quote;
    if (isTripleQuote) {
      value += quote + quote;
    }
    const tracksBraces = /[ft]/i.test(prefix);
    let braceLevel = 0;
    while (this.position.index < this.source.length) {
      const c = this.peek();
      if (c === "\\") {
        value += c;
        this.advance();
        if (this.position.index < this.source.length && (!tracksBraces || this.peek() !== "{" && this.peek() !== "}")) {
          value += this.peek();
          this.advance();
        }
        continue;
      }
      if (tracksBraces) {
        if (c === "{") {
          if (braceLevel === 0 && this.peekNext() === "{") {
            value += c + this.peekNext();
            this.advance();
            this.advance();
            continue;
          }
          braceLevel++;
          value += c;
          this.advance();
          continue;
        }
        if (c === "}") {
          if (braceLevel === 0 && this.peekNext() === "}") {
            value += c + this.peekNext();
            this.advance();
            this.advance();
            continue;
          }
          if (braceLevel > 0) {
            braceLevel--;
          }
          value += c;
          this.advance();
          continue;
        }
      }
      if (braceLevel === 0) {
        if (isTripleQuote) {
          if (c === quote && this.peekNext() === quote && this.peek(2) === quote) {
            value += quote + quote + quote;
            this.advance();
            this.advance();
            this.advance();
            break;
          }
        } else {
          if (c === quote) {
            value += quote;
            this.advance();
            break;
          }
          if (c === "\n") {
            throw new Error(
              `Unterminated string literal at line ${this.position.line}`
            );
          }
        }
      }
      value += c;
      this.advance();
    }
    this.addTokenAt("STRING" /* STRING */, value, start);
  }
  /**
   * Attempts to match `twoChar` against the set of two-character
   * operators/delimiters (e.g. `==`, `->`, `+=`). If it matches, consumes
   * both characters and emits the corresponding token.
   *
   * @param twoChar - The two characters at the current position.
   * @returns `true` if a two-character operator was matched and consumed;
   *   `false` if `twoChar` isn't a recognized operator, leaving the
   *   position unchanged so the caller can fall back to shorter matches.
   */
  scanTwoCharOperator(twoChar) {
    const start = { ...this.position };
    let tokenType = null;
    switch (twoChar) {
      case "**":
        tokenType = "DOUBLESTAR" /* DOUBLESTAR */;
        break;
      case "//":
        tokenType = "DOUBLESLASH" /* DOUBLESLASH */;
        break;
      case "<<":
        tokenType = "LEFTSHIFT" /* LEFTSHIFT */;
        break;
      case ">>":
        tokenType = "RIGHTSHIFT" /* RIGHTSHIFT */;
        break;
      case "==":
        tokenType = "EQEQUAL" /* EQEQUAL */;
        break;
      case "!=":
        tokenType = "NOTEQUAL" /* NOTEQUAL */;
        break;
      case "<=":
        tokenType = "LESSEQUAL" /* LESSEQUAL */;
        break;
      case ">=":
        tokenType = "GREATEREQUAL" /* GREATEREQUAL */;
        break;
      case "+=":
        tokenType = "PLUSEQUAL" /* PLUSEQUAL */;
        break;
      case "-=":
        tokenType = "MINEQUAL" /* MINEQUAL */;
        break;
      case "*=":
        tokenType = "STAREQUAL" /* STAREQUAL */;
        break;
      case "/=":
        tokenType = "SLASHEQUAL" /* SLASHEQUAL */;
        break;
      case "%=":
        tokenType = "PERCENTEQUAL" /* PERCENTEQUAL */;
        break;
      case "&=":
        tokenType = "AMPEREQUAL" /* AMPEREQUAL */;
        break;
      case "|=":
        tokenType = "VBAREQUAL" /* VBAREQUAL */;
        break;
      case "^=":
        tokenType = "CIRCUMFLEXEQUAL" /* CIRCUMFLEXEQUAL */;
        break;
      case "@=":
        tokenType = "ATEQUAL" /* ATEQUAL */;
        break;
      case ":=":
        tokenType = "COLONEQUAL" /* COLONEQUAL */;
        break;
      case "->":
        tokenType = "RARROW" /* RARROW */;
        break;
    }
    if (tokenType) {
      this.advance();
      this.advance();
      this.addTokenAt(tokenType, twoChar, start);
      return true;
    }
    return false;
  }
  /**
   * Attempts to match `threeChar` against the set of three-character
   * operators (e.g. `...`, `**=`, `//=`). If it matches, consumes all
   * three characters and emits the corresponding token. Checked before
   * {@link scanTwoCharOperator} so e.g. `...` isn't misread as `..` + `.`.
   *
   * @param threeChar - The three characters at the current position.
   * @returns `true` if a three-character operator was matched and
   *   consumed; `false` otherwise, leaving the position unchanged.
   */
  scanThreeCharOperator(threeChar) {
    const start = { ...this.position };
    let tokenType = null;
    switch (threeChar) {
      case "...":
        tokenType = "ELLIPSIS" /* ELLIPSIS */;
        break;
      case "<<=":
        tokenType = "LEFTSHIFTEQUAL" /* LEFTSHIFTEQUAL */;
        break;
      case ">>=":
        tokenType = "RIGHTSHIFTEQUAL" /* RIGHTSHIFTEQUAL */;
        break;
      case "**=":
        tokenType = "DOUBLESTAREQUAL" /* DOUBLESTAREQUAL */;
        break;
      case "//=":
        tokenType = "DOUBLESLASHEQUAL" /* DOUBLESLASHEQUAL */;
        break;
    }
    if (tokenType) {
      this.advance();
      this.advance();
      this.advance();
      this.addTokenAt(tokenType, threeChar, start);
      return true;
    }
    return false;
  }
  /**
   * Scans a single-character operator or delimiter.
   *
   * Also maintains {@link parenLevel}/{@link bracketLevel}/{@link braceLevel}
   * as `(`/`)`, `[`/`]`, and `{`/`}` are encountered, and handles the
   * backslash line-continuation form (`\` immediately followed by `\n`),
   * which consumes both characters and emits no token.
   *
   * @param c - The single character at the current position.
   * @throws {Error} If `c` is a backslash not followed by a newline, or
   *   is any other character not recognized as an operator/delimiter.
   */
  scanSingleCharOperator(c) {
    const start = { ...this.position };
    let tokenType;
    switch (c) {
      case "+":
        tokenType = "PLUS" /* PLUS */;
        break;
      case "-":
        tokenType = "MINUS" /* MINUS */;
        break;
      case "*":
        tokenType = "STAR" /* STAR */;
        break;
      case "/":
        tokenType = "SLASH" /* SLASH */;
        break;
      case "%":
        tokenType = "PERCENT" /* PERCENT */;
        break;
      case "@":
        tokenType = "AT" /* AT */;
        break;
      case "|":
        tokenType = "VBAR" /* VBAR */;
        break;
      case "&":
        tokenType = "AMPER" /* AMPER */;
        break;
      case "^":
        tokenType = "CIRCUMFLEX" /* CIRCUMFLEX */;
        break;
      case "~":
        tokenType = "TILDE" /* TILDE */;
        break;
      case "(":
        tokenType = "LPAR" /* LPAR */;
        this.parenLevel++;
        break;
      case ")":
        tokenType = "RPAR" /* RPAR */;
        this.parenLevel--;
        break;
      case "[":
        tokenType = "LSQB" /* LSQB */;
        this.bracketLevel++;
        break;
      case "]":
        tokenType = "RSQB" /* RSQB */;
        this.bracketLevel--;
        break;
      case "{":
        tokenType = "LBRACE" /* LBRACE */;
        this.braceLevel++;
        break;
      case "}":
        tokenType = "RBRACE" /* RBRACE */;
        this.braceLevel--;
        break;
      case ",":
        tokenType = "COMMA" /* COMMA */;
        break;
      case ":":
        tokenType = "COLON" /* COLON */;
        break;
      case ".":
        tokenType = "DOT" /* DOT */;
        break;
      case ";":
        tokenType = "SEMI" /* SEMI */;
        break;
      case "=":
        tokenType = "EQUAL" /* EQUAL */;
        break;
      case "<":
        tokenType = "LESS" /* LESS */;
        break;
      case ">":
        tokenType = "GREATER" /* GREATER */;
        break;
      case "\\":
        if (this.peek(1) === "\n") {
          this.advance();
          this.advance();
          return;
        } else {
          throw new Error(
            `Unexpected character '${c}' at line ${this.position.line}, column ${this.position.column}`
          );
        }
      default:
        throw new Error(
          `Unexpected character '${c}' at line ${this.position.line}, column ${this.position.column}`
        );
    }
    this.advance();
    this.addTokenAt(tokenType, c, start);
  }
  /**
   * Returns the character `offset` positions ahead of the current index
   * without consuming it.
   *
   * @param offset - How many characters ahead to look (0 = current
   *   character). Defaults to `0`.
   * @returns The character at that position, or `""` if it is past the
   *   end of the source.
   */
  peek(offset = 0) {
    const index = this.position.index + offset;
    return index < this.source.length ? this.source[index] : "";
  }
  /**
   * Returns the character immediately after the current one, without
   * consuming it. Equivalent to `peek(1)`.
   */
  peekNext() {
    return this.peek(1);
  }
  /**
   * Consumes and returns the current character, advancing the position by
   * one. Updates `line`/`column` bookkeeping when crossing a `\n`.
   *
   * @returns The consumed character, or `""` if already at end of source.
   */
  advance() {
    const c = this.peek();
    if (c === "\n") {
      this.position.line++;
      this.position.column = 0;
    } else {
      const code = c.charCodeAt(0);
      const prevCode = this.position.index > 0 ? this.source.charCodeAt(this.position.index - 1) : 0;
      const isLowSurrogateOfPreviousPair = code >= 56320 && code <= 57343 && prevCode >= 55296 && prevCode <= 56319;
      if (!isLowSurrogateOfPreviousPair) {
        this.position.column += utf8LengthAt(this.source, this.position.index);
      }
    }
    this.position.index++;
    return c;
  }
  /**
   * Appends a zero-width token (e.g. `INDENT`/`DEDENT`/`EOF`) whose start
   * position is the lexer's current position.
   *
   * @param type - The token's type.
   * @param value - The token's raw text (typically `""` for structural
   *   tokens).
   */
  addToken(type, value) {
    this.addTokenAt(type, value, this.position);
  }
  /**
   * Appends a token to the output list, using `start` as the token's
   * start position and the lexer's current position as its end position.
   *
   * @param type - The token's type.
   * @param value - The token's raw source text.
   * @param start - The position captured before the token's characters
   *   were consumed.
   */
  addTokenAt(type, value, start) {
    this.tokens.push({
      type,
      value,
      lineno: start.line,
      col_offset: start.column,
      end_lineno: this.position.line,
      end_col_offset: this.position.column
    });
  }
  /** Returns `true` if `c` is an ASCII digit (`0`-`9`). */
  isDigit(c) {
    return c >= "0" && c <= "9";
  }
  /** Returns `true` if `c` is a valid hexadecimal digit (`0`-`9`, `a`-`f`, `A`-`F`). */
  isHexDigit(c) {
    return this.isDigit(c) || c >= "a" && c <= "f" || c >= "A" && c <= "F";
  }
  /** Returns `true` if `c` is a valid octal digit (`0`-`7`). */
  isOctalDigit(c) {
    return c >= "0" && c <= "7";
  }
  /** Returns `true` if `c` is a valid binary digit (`0` or `1`). */
  isBinaryDigit(c) {
    return c === "0" || c === "1";
  }
  /**
   * Returns `true` if `c` is a letter usable as the start of a Python
   * identifier. Uses the Unicode `\p{ID_Start}` property class (rather
   * than an ASCII-only or plain-letter check) because Python identifiers
   * may start with any `XID_Start` character (PEP 3131), which
   * `ID_Start` closely approximates.
   */
  isAlpha(c) {
    return /^\p{ID_Start}$/u.test(c);
  }
  /**
   * Returns `true` if `c` is valid inside (not necessarily starting) a
   * Python identifier. Uses `\p{ID_Continue}` rather than
   * letter-or-digit, since Python's `XID_Continue` (PEP 3131) also
   * admits combining marks (e.g. Hebrew niqqud) and connector
   * punctuation — `ID_Continue` closely approximates it and already
   * includes decimal digits.
   */
  isAlphaNumeric(c) {
    return /^\p{ID_Continue}$/u.test(c);
  }
}

class PyComplex {
  constructor(real, imag) {
    this.real = real;
    this.imag = imag;
  }
  /**
   * Renders the value the way CPython's `repr()`/`ast.unparse` would, e.g.
   * `4j`, `-4j`, `(3+4j)`, or `(-0+4j)`. Negative zero is distinguished from
   * positive zero (as CPython's `repr` does) since JavaScript's default
   * number-to-string conversion collapses `-0` to `"0"`, silently losing
   * the sign that a real part of exactly `-0.0` (e.g. from `-0.0+4j`) or an
   * imaginary part of `-0.0` (e.g. from `3-0j`) needs to round-trip.
   */
  toString() {
    const formatPart = (n) => Object.is(n, -0) ? "-0" : `${n}`;
    if (Object.is(this.real, 0)) {
      return `${formatPart(this.imag)}j`;
    }
    const sign = this.imag < 0 || Object.is(this.imag, -0) ? "" : "+";
    return `(${formatPart(this.real)}${sign}${formatPart(this.imag)}j)`;
  }
}

const MIN_SAFE_BIGINT = BigInt(Number.MIN_SAFE_INTEGER);
const MAX_SAFE_BIGINT = BigInt(Number.MAX_SAFE_INTEGER);
class Parser {
  /**
   * Lexes `source` and prepares the parser to consume the resulting tokens.
   * @param source Python source code to tokenize.
   * @param options Parsing options; see {@link ParseOptions}.
   * @throws Error (or a lexer-specific error) if `source` cannot be tokenized.
   */
  constructor(source, options = {}) {
    this.current = 0;
    this.lastNonCommentTokenLine = 0;
    // Track the line of the last non-comment, non-newline token
    this.pendingComments = [];
    const lexer = new Lexer(source);
    this.tokens = lexer.tokenize();
    this.includeComments = options.comments ?? false;
    if (!this.includeComments) {
      this.tokens = this.tokens.filter(
        (token) => token.type !== TokenType.COMMENT
      );
    }
  }
  /**
   * Parses the full token stream into a {@link Module} node (the `file_input` grammar rule).
   * @returns The root `Module` AST node.
   * @throws {ParseError} On any syntax error in the source.
   */
  parse() {
    this.current = 0;
    return this.parseFileInput();
  }
  // ==== Top level parser ====
  /**
   * Parses a whole program (`file_input`): a sequence of top-level statements
   * until EOF, threading standalone/inline comments through when
   * `includeComments` is enabled.
   * @returns The `Module` node containing the parsed statement list.
   * @throws {ParseError} On any syntax error encountered while parsing statements.
   */
  parseFileInput() {
    const body = [];
    while (this.match(TokenType.NEWLINE)) {
    }
    while (!this.isAtEnd()) {
      if (this.match(TokenType.NEWLINE)) {
        continue;
      }
      if (this.includeComments && this.pendingComments.length > 0) {
        body.push(...this.pendingComments);
        this.pendingComments = [];
      }
      const stmt = this.parseStatement();
      if (stmt) {
        body.push(stmt);
        if (this.includeComments && this.pendingComments.length > 0) {
          for (const comment of this.pendingComments) {
            if (comment.inline) {
              if (!stmt.inlineComment) {
                stmt.inlineComment = comment;
              }
            } else {
              body.push(comment);
            }
          }
          this.pendingComments = [];
        }
      }
    }
    if (this.includeComments && this.pendingComments.length > 0) {
      body.push(...this.pendingComments);
      this.pendingComments = [];
    }
    const result = {
      nodeType: "Module",
      body,
      lineno: 1,
      col_offset: 0
    };
    if (this.includeComments) {
      result.comments = this.collectAllComments(result);
    }
    return result;
  }
  /**
   * Walks the parsed `module` and gathers every {@link Comment} node,
   * whether standalone or attached to a statement as an inline comment,
   * plus any comments still buffered in {@link pendingComments}.
   * @param module The parsed module to scan for comments.
   * @returns All comments found, in traversal order.
   */
  collectAllComments(module) {
    const comments = [];
    const collectFromBody = (body) => {
      for (const stmt of body) {
        if (stmt.nodeType === "Comment") {
          comments.push(stmt);
        } else {
          if (stmt.inlineComment) {
            comments.push(stmt.inlineComment);
          }
          this.collectFromStatement(stmt, comments);
        }
      }
    };
    collectFromBody(module.body);
    comments.push(...this.pendingComments);
    return comments;
  }
  /**
   * Recurses into the nested body/bodies of a compound statement (function,
   * class, if/for/while, with, try, match) to collect their comments.
   * @param stmt The statement to inspect for nested bodies.
   * @param comments Accumulator array that found comments are pushed onto.
   */
  collectFromStatement(stmt, comments) {
    switch (stmt.nodeType) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.collectFromBody(stmt.body, comments);
        break;
      case "ClassDef":
        this.collectFromBody(stmt.body, comments);
        break;
      case "If":
        this.collectFromBody(stmt.body, comments);
        this.collectFromBody(stmt.orelse, comments);
        break;
      case "For":
      case "AsyncFor":
        this.collectFromBody(stmt.body, comments);
        this.collectFromBody(stmt.orelse, comments);
        break;
      case "While":
        this.collectFromBody(stmt.body, comments);
        this.collectFromBody(stmt.orelse, comments);
        break;
      case "With":
      case "AsyncWith":
        this.collectFromBody(stmt.body, comments);
        break;
      case "Try":
        this.collectFromBody(stmt.body, comments);
        for (const handler of stmt.handlers) {
          this.collectFromBody(handler.body, comments);
        }
        this.collectFromBody(stmt.orelse, comments);
        this.collectFromBody(stmt.finalbody, comments);
        break;
      case "Match":
        for (const case_ of stmt.cases) {
          this.collectFromBody(case_.body, comments);
        }
        break;
    }
  }
  /**
   * Collects top-level and inline comments from a flat statement list,
   * recursing into nested bodies via {@link collectFromStatement}.
   * @param body Statement list to scan.
   * @param comments Accumulator array that found comments are pushed onto.
   */
  collectFromBody(body, comments) {
    for (const stmt of body) {
      if (stmt.nodeType === "Comment") {
        comments.push(stmt);
      } else {
        if (stmt.inlineComment) {
          comments.push(stmt.inlineComment);
        }
        this.collectFromStatement(stmt, comments);
      }
    }
  }
  // ==== Statement parsers ====
  /**
   * Parses a single statement, dispatching to decorated/simple/compound
   * statement parsing as appropriate.
   * @returns The parsed statement.
   * @throws {ParseError} On an unexpected `INDENT` or other syntax error.
   */
  parseStatement() {
    this.trailingSemicolonSuiteEnd = void 0;
    if (this.check(TokenType.INDENT)) {
      throw this.error("unexpected indent");
    }
    if (this.check(TokenType.AT)) {
      return this.parseDecorated();
    }
    const matchStmt = this.tryParseMatchStmt();
    if (matchStmt) {
      return matchStmt;
    }
    return this.parseSimpleStmt() || this.parseCompoundStmt();
  }
  /**
   * Speculatively parses a `match` statement. `match` is a soft keyword:
   * `match <expr>:` only starts a match statement when it can actually be
   * parsed as one, and `match` otherwise remains a valid identifier
   * everywhere (`match = 5`, `re.match(...)`, `def match(): ...`,
   * annotated assignments like `match[0]: int = 1`). Only the header —
   * subject expression, `:`, and the newline that must follow it in a
   * real match statement — is ambiguous with those; this saves position,
   * parses just the header, and backtracks if it doesn't fit (mirroring
   * how CPython's own PEG grammar backtracks out of `match_stmt` when the
   * `NEWLINE` after `:` isn't found). Past that point (`match <expr> :
   * NEWLINE` can't be anything else), parsing commits: a missing `case`,
   * an invalid pattern, etc. are real syntax errors and propagate with
   * their specific message instead of being swallowed by backtracking.
   * @returns The parsed `Match` statement, or `null` if the current
   * position isn't the start of one.
   */
  tryParseMatchStmt() {
    if (!(this.check(TokenType.NAME) && this.peek().value === "match")) {
      return null;
    }
    const savedPos = this.current;
    const savedComments = this.pendingComments.length;
    let start;
    let subject;
    try {
      start = this.advance();
      subject = this.parseTest();
      if (!this.check(TokenType.COLON)) {
        throw this.error("not a match statement");
      }
      this.advance();
      if (!this.check(TokenType.NEWLINE)) {
        throw this.error("not a match statement");
      }
    } catch {
      this.current = savedPos;
      this.pendingComments.length = savedComments;
      return null;
    }
    return this.finishMatchStmt(start, subject);
  }
  /**
   * Parses one `simple_stmt`: a small statement followed by an optional
   * `;` or newline terminator.
   * @returns The parsed statement, or `null` if the current token doesn't
   * start a small statement.
   * @throws {ParseError} If the statement isn't terminated correctly.
   */
  parseSimpleStmt() {
    const stmt = this.parseSmallStmt();
    if (!stmt) {
      return null;
    }
    const hadSemi = this.match(TokenType.SEMI);
    if (!hadSemi && !this.check(TokenType.NEWLINE) && !this.check(TokenType.DEDENT) && !this.isAtEnd()) {
      throw this.error("invalid syntax");
    }
    if (hadSemi && (this.check(TokenType.NEWLINE) || this.check(TokenType.DEDENT) || this.isAtEnd())) {
      const semi = this.previous();
      this.trailingSemicolonSuiteEnd = {
        lineno: semi.end_lineno,
        col_offset: semi.end_col_offset
      };
    }
    this.match(TokenType.NEWLINE);
    return stmt;
  }
  /**
   * Parses a `small_stmt`: pass/break/continue/return/delete/global/
   * nonlocal/import/from-import/raise/assert/type-alias, or falls through
   * to an expression statement (plain, assignment, augmented assignment,
   * or annotated assignment).
   * @returns The parsed statement, or `null` if the current token starts a
   * compound statement instead (handled by {@link parseCompoundStmt}).
   * @throws {ParseError} On malformed statement syntax.
   */
  parseSmallStmt() {
    const start = this.peek();
    if (this.check(TokenType.DEF) || this.check(TokenType.CLASS) || this.check(TokenType.IF) || this.check(TokenType.WHILE) || this.check(TokenType.FOR) || this.check(TokenType.TRY) || this.check(TokenType.WITH) || this.check(TokenType.ASYNC)) {
      return null;
    }
    if (this.match(TokenType.PASS)) {
      return {
        nodeType: "Pass",
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.BREAK)) {
      return {
        nodeType: "Break",
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.CONTINUE)) {
      return {
        nodeType: "Continue",
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.RETURN)) {
      let value;
      if (!this.check(TokenType.NEWLINE) && !this.check(TokenType.SEMI) && !this.isAtEnd()) {
        value = this.parseTestListWithStar();
      }
      return {
        nodeType: "Return",
        value,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.DEL)) {
      const targets = [];
      targets.push(this.parseExpr());
      while (this.match(TokenType.COMMA)) {
        targets.push(this.parseExpr());
      }
      for (const target of targets) {
        this.validateAssignmentTarget(target);
        this.setContext(target, this.createDel());
      }
      return {
        nodeType: "Delete",
        targets,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.GLOBAL)) {
      const names = [];
      names.push(
        this.consume(TokenType.NAME, "Expected name after 'global'").value
      );
      while (this.match(TokenType.COMMA)) {
        names.push(
          this.consume(TokenType.NAME, "Expected name after ','").value
        );
      }
      return {
        nodeType: "Global",
        names,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.NONLOCAL)) {
      const names = [];
      names.push(
        this.consume(TokenType.NAME, "Expected name after 'nonlocal'").value
      );
      while (this.match(TokenType.COMMA)) {
        names.push(
          this.consume(TokenType.NAME, "Expected name after ','").value
        );
      }
      return {
        nodeType: "Nonlocal",
        names,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    let isLazyImport = false;
    if (this.check(TokenType.NAME) && this.peek().value === "lazy" && (this.checkNext(TokenType.IMPORT) || this.checkNext(TokenType.FROM))) {
      isLazyImport = true;
      this.advance();
    }
    if (this.match(TokenType.IMPORT)) {
      const names = [];
      do {
        const nameStart = this.peek();
        let name = this.consume(TokenType.NAME, "Expected module name").value;
        while (this.match(TokenType.DOT)) {
          name += `.${this.consume(TokenType.NAME, "Expected name after '.'").value}`;
        }
        let asname;
        if (this.match(TokenType.AS)) {
          asname = this.consume(
            TokenType.NAME,
            "Expected name after 'as'"
          ).value;
        }
        names.push({
          name,
          asname,
          lineno: nameStart.lineno,
          col_offset: nameStart.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        });
      } while (this.match(TokenType.COMMA));
      return {
        nodeType: "Import",
        names: names.map((n) => ({
          nodeType: "Alias",
          name: n.name,
          asname: n.asname,
          lineno: n.lineno,
          col_offset: n.col_offset,
          end_lineno: n.end_lineno,
          end_col_offset: n.end_col_offset
        })),
        is_lazy: isLazyImport ? 1 : void 0,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.FROM)) {
      let level = 0;
      while (true) {
        if (this.match(TokenType.DOT)) {
          level++;
        } else if (this.match(TokenType.ELLIPSIS)) {
          level += 3;
        } else {
          break;
        }
      }
      let module;
      if (this.check(TokenType.NAME)) {
        module = this.advance().value;
        while (this.match(TokenType.DOT)) {
          module += `.${this.consume(TokenType.NAME, "Expected name after '.'").value}`;
        }
      }
      this.consume(TokenType.IMPORT, "Expected 'import' after module name");
      const names = [];
      const hasParens = this.match(TokenType.LPAR);
      if (this.match(TokenType.STAR)) {
        const starToken = this.previous();
        names.push({
          name: "*",
          lineno: starToken.lineno,
          col_offset: starToken.col_offset,
          end_lineno: starToken.end_lineno,
          end_col_offset: starToken.end_col_offset
        });
      } else {
        const firstNameStart = this.peek();
        const firstName = this.consume(TokenType.NAME, "Expected name").value;
        let firstAsname;
        if (this.match(TokenType.AS)) {
          firstAsname = this.consume(
            TokenType.NAME,
            "Expected name after 'as'"
          ).value;
        }
        names.push({
          name: firstName,
          asname: firstAsname,
          lineno: firstNameStart.lineno,
          col_offset: firstNameStart.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        });
        while (this.match(TokenType.COMMA)) {
          while (this.match(TokenType.NEWLINE)) {
          }
          if (hasParens && this.check(TokenType.RPAR)) break;
          if (!hasParens && (this.check(TokenType.NEWLINE) || this.isAtEnd())) {
            break;
          }
          const nameStart = this.peek();
          const name = this.consume(TokenType.NAME, "Expected name").value;
          let asname;
          if (this.match(TokenType.AS)) {
            asname = this.consume(
              TokenType.NAME,
              "Expected name after 'as'"
            ).value;
          }
          names.push({
            name,
            asname,
            lineno: nameStart.lineno,
            col_offset: nameStart.col_offset,
            end_lineno: this.previous().end_lineno,
            end_col_offset: this.previous().end_col_offset
          });
        }
      }
      if (hasParens) {
        this.consume(TokenType.RPAR, "Expected ')' after import list");
      }
      return {
        nodeType: "ImportFrom",
        module,
        names: names.map((n) => ({
          nodeType: "Alias",
          name: n.name,
          asname: n.asname,
          lineno: n.lineno,
          col_offset: n.col_offset,
          end_lineno: n.end_lineno,
          end_col_offset: n.end_col_offset
        })),
        level,
        is_lazy: isLazyImport ? 1 : void 0,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.RAISE)) {
      let exc;
      let cause;
      if (!this.check(TokenType.NEWLINE) && !this.check(TokenType.SEMI) && !this.check(TokenType.DEDENT) && !this.isAtEnd()) {
        exc = this.parseTest();
        if (this.match(TokenType.FROM)) {
          cause = this.parseTest();
        }
      }
      return {
        nodeType: "Raise",
        exc,
        cause,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.ASSERT)) {
      const test = this.parseTest();
      let msg;
      if (this.match(TokenType.COMMA)) {
        msg = this.parseTest();
      }
      return {
        nodeType: "Assert",
        test,
        msg,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.check(TokenType.NAME) && this.peek().value === "type") {
      const savedPos = this.current;
      const savedComments = this.pendingComments.length;
      try {
        const start2 = this.advance();
        if (!this.check(TokenType.NAME)) {
          throw this.error("not a type alias");
        }
        const nameToken = this.advance();
        const type_params = this.parseTypeParams();
        if (!this.check(TokenType.EQUAL)) {
          throw this.error("not a type alias");
        }
        this.advance();
        const value = this.parseTest();
        return {
          nodeType: "TypeAlias",
          name: {
            nodeType: "Name",
            id: nameToken.value,
            ctx: { nodeType: "Store" },
            lineno: nameToken.lineno,
            col_offset: nameToken.col_offset,
            end_lineno: nameToken.end_lineno,
            end_col_offset: nameToken.end_col_offset
          },
          type_params,
          value,
          lineno: start2.lineno,
          col_offset: start2.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      } catch {
        this.current = savedPos;
        this.pendingComments.length = savedComments;
      }
    }
    const expr = this.parseTestListWithStar();
    if (this.match(TokenType.EQUAL)) {
      const targets = [expr];
      this.validateAssignmentTarget(expr);
      let value = this.parseTestListWithStar();
      const expressionComments = [];
      if (this.includeComments && this.pendingComments.length > 0) {
        expressionComments.push(...this.pendingComments);
        this.pendingComments = [];
      }
      while (this.match(TokenType.EQUAL)) {
        this.validateAssignmentTarget(value);
        targets.push(value);
        value = this.parseTestListWithStar();
        if (this.includeComments && this.pendingComments.length > 0) {
          expressionComments.push(...this.pendingComments);
          this.pendingComments = [];
        }
      }
      for (const target of targets) {
        this.setContext(target, this.createStore());
      }
      const assignNode = {
        nodeType: "Assign",
        targets,
        value,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
      if (expressionComments.length > 0) {
        const inlineComments = expressionComments.filter((c) => c.inline);
        const standaloneComments = expressionComments.filter((c) => !c.inline);
        if (inlineComments.length > 0) {
          assignNode.inlineComment = inlineComments[0];
        }
        if (inlineComments.length > 1 || standaloneComments.length > 0) {
          assignNode.expressionComments = expressionComments;
        }
      }
      return assignNode;
    } else if (this.matchAugAssign()) {
      this.validateAugAssignTarget(expr);
      this.setContext(expr, this.createStore());
      const op = this.parseAugAssignOp();
      const value = this.parseTestListWithStar();
      return {
        nodeType: "AugAssign",
        target: expr,
        op,
        value,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    } else if (this.match(TokenType.COLON)) {
      this.validateAssignmentTarget(expr);
      this.setContext(expr, this.createStore());
      const annotation = this.parseTest();
      let value;
      if (this.match(TokenType.EQUAL)) {
        value = this.parseTestListWithStar();
      }
      return {
        nodeType: "AnnAssign",
        target: expr,
        annotation,
        value,
        simple: this.isSimpleTarget(expr) ? 1 : 0,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return {
      nodeType: "Expr",
      value: expr,
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: this.previous().end_lineno,
      end_col_offset: this.previous().end_col_offset
    };
  }
  /**
   * Parses a `compound_stmt`: if/while/for/try/with/def/class/async/match.
   * Only called (via {@link parseStatement}) when {@link parseSmallStmt}
   * has already confirmed the current token starts one of these, so every
   * branch below is guaranteed to be taken.
   * @returns The parsed statement.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseCompoundStmt() {
    const start = this.peek();
    if (this.match(TokenType.IF)) {
      return this.parseIfStmt(start);
    } else if (this.match(TokenType.WHILE)) {
      return this.parseWhileStmt(start);
    } else if (this.match(TokenType.FOR)) {
      return this.parseForStmt(start);
    } else if (this.match(TokenType.TRY)) {
      return this.parseTryStmt(start);
    } else if (this.match(TokenType.WITH)) {
      return this.parseWithStmt(start);
    } else if (this.match(TokenType.DEF)) {
      return this.parseFunctionDef(start);
    } else if (this.match(TokenType.CLASS)) {
      return this.parseClassDef(start);
    }
    this.consume(TokenType.ASYNC, "Expected compound statement");
    return this.parseAsyncStmt(start);
  }
  /**
   * Parses a decorator list followed by the def/class/async-def/type-alias
   * it applies to, attaching the decorators to the resulting node.
   * @returns The decorated function, class, or type-alias statement.
   * @throws {Error} If the decorators are not followed by a valid target.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseDecorated() {
    const decorators = this.parseDecorators();
    if (this.match(TokenType.DEF)) {
      return this.parseFunctionDef(this.previous(), decorators);
    } else if (this.match(TokenType.CLASS)) {
      return this.parseClassDef(this.previous(), decorators);
    } else if (this.match(TokenType.ASYNC)) {
      const asyncToken = this.previous();
      if (this.match(TokenType.DEF)) {
        return this.parseAsyncFunctionDef(asyncToken, decorators);
      }
    }
    if (this.check(TokenType.NAME) && this.checkNext(TokenType.LSQB)) {
      const nameStart = this.peek();
      const nameToken = this.advance();
      const type_params = this.parseTypeParams();
      this.consume(TokenType.EQUAL, "Expected '=' in type alias");
      const value = this.parseTest();
      return {
        nodeType: "TypeAlias",
        name: {
          nodeType: "Name",
          id: nameToken.value,
          ctx: { nodeType: "Store" },
          lineno: nameToken.lineno,
          col_offset: nameToken.col_offset,
          end_lineno: nameToken.end_lineno,
          end_col_offset: nameToken.end_col_offset
        },
        type_params,
        value,
        lineno: nameStart.lineno,
        col_offset: nameStart.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    throw new Error("Invalid decorator target");
  }
  /**
   * Parses zero or more `@expr` decorator lines preceding a def/class.
   * @returns The decorator expressions, in source order.
   */
  parseDecorators() {
    const decorators = [];
    while (this.match(TokenType.AT)) {
      const decorator = this.parseTest();
      decorators.push(decorator);
      while (this.match(TokenType.NEWLINE)) {
      }
    }
    return decorators;
  }
  /**
   * Parses an `if` statement, recursively folding any `elif` clauses into
   * nested `If` nodes in `orelse` and handling a trailing `else`.
   * @param start Token of the already-consumed `if` keyword, used for node position.
   * @returns The parsed `If` node.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseIfStmt(start) {
    const test = this.parseTest();
    this.consume(TokenType.COLON, "Expected ':' after if condition");
    const body = this.parseSuite();
    let orelse = [];
    if (this.match(TokenType.ELIF)) {
      orelse = [this.parseIfStmt(this.previous())];
    } else if (this.match(TokenType.ELSE)) {
      this.consume(TokenType.COLON, "Expected ':' after else");
      orelse = this.parseSuite();
    }
    return {
      nodeType: "If",
      test,
      body,
      orelse,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(body, orelse)
    };
  }
  /**
   * Parses a `while` statement, including its optional `else` clause.
   * @param start Token of the already-consumed `while` keyword, used for node position.
   * @returns The parsed `While` node.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseWhileStmt(start) {
    const test = this.parseTest();
    this.consume(TokenType.COLON, "Expected ':' after while condition");
    const body = this.parseSuite();
    let orelse = [];
    if (this.match(TokenType.ELSE)) {
      this.consume(TokenType.COLON, "Expected ':' after else");
      orelse = this.parseSuite();
    }
    return {
      nodeType: "While",
      test,
      body,
      orelse,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(body, orelse)
    };
  }
  /**
   * Parses a `for` statement, including its optional `else` clause.
   * @param start Token of the already-consumed `for` keyword, used for node position.
   * @returns The parsed `For` node.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseForStmt(start) {
    const target = this.parseExprList();
    this.consume(TokenType.IN, "Expected 'in' in for statement");
    const iter = this.parseTestListWithStar();
    this.consume(TokenType.COLON, "Expected ':' after for clause");
    const body = this.parseSuite();
    let orelse = [];
    if (this.match(TokenType.ELSE)) {
      this.consume(TokenType.COLON, "Expected ':' after else");
      orelse = this.parseSuite();
    }
    return {
      nodeType: "For",
      target,
      iter,
      body,
      orelse,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(body, orelse)
    };
  }
  /**
   * Parses a `def` statement: name, optional PEP 695 type parameters,
   * parameter list, optional return annotation, and body.
   * @param start Token of the already-consumed `def` keyword, used for node position.
   * @param decorators Decorator expressions already parsed by the caller (empty if none).
   * @returns The parsed `FunctionDef` node.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseFunctionDef(start, decorators = []) {
    const name = this.consume(TokenType.NAME, "Expected function name").value;
    const type_params = this.parseTypeParams();
    this.consume(TokenType.LPAR, "Expected '(' after function name");
    const args = this.parseParameters();
    this.consume(TokenType.RPAR, "Expected ')' after parameters");
    let returns;
    if (this.match(TokenType.RARROW)) {
      returns = this.parseTest();
    }
    this.consume(TokenType.COLON, "Expected ':' after function header");
    const body = this.parseSuite();
    return {
      nodeType: "FunctionDef",
      name,
      args,
      body,
      decorator_list: decorators,
      returns,
      type_params,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(body)
    };
  }
  /**
   * Parses an `async def` statement; identical to {@link parseFunctionDef}
   * but produces an `AsyncFunctionDef` node.
   * @param start Token of the already-consumed `def` keyword, used for node position.
   * @param decorators Decorator expressions already parsed by the caller (empty if none).
   * @returns The parsed `AsyncFunctionDef` node.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseAsyncFunctionDef(start, decorators = []) {
    const name = this.consume(TokenType.NAME, "Expected function name").value;
    const type_params = this.parseTypeParams();
    this.consume(TokenType.LPAR, "Expected '(' after function name");
    const args = this.parseParameters();
    this.consume(TokenType.RPAR, "Expected ')' after parameters");
    let returns;
    if (this.match(TokenType.RARROW)) {
      returns = this.parseTest();
    }
    this.consume(TokenType.COLON, "Expected ':' after function header");
    const body = this.parseSuite();
    return {
      nodeType: "AsyncFunctionDef",
      name,
      args,
      body,
      decorator_list: decorators,
      returns,
      type_params,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(body)
    };
  }
  /**
   * Parses a `class` statement: name, optional PEP 695 type parameters,
   * and an optional parenthesized list of base classes and/or keyword
   * arguments (e.g. `metaclass=...`).
   * @param start Token of the already-consumed `class` keyword, used for node position.
   * @param decorators Decorator expressions already parsed by the caller (empty if none).
   * @returns The parsed `ClassDef` node.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseClassDef(start, decorators = []) {
    const name = this.consume(TokenType.NAME, "Expected class name").value;
    const type_params = this.parseTypeParams();
    const bases = [];
    const keywords = [];
    if (this.match(TokenType.LPAR)) {
      if (!this.check(TokenType.RPAR)) {
        do {
          if (this.check(TokenType.RPAR)) break;
          if (this.check(TokenType.DOUBLESTAR)) {
            const argStart = this.peek();
            this.advance();
            const value = this.parseOrExpr();
            keywords.push({
              nodeType: "Keyword",
              arg: void 0,
              value,
              lineno: argStart.lineno,
              col_offset: argStart.col_offset,
              end_lineno: this.previous().end_lineno,
              end_col_offset: this.previous().end_col_offset
            });
            continue;
          }
          if (this.check(TokenType.STAR)) {
            bases.push(this.parseTestOrStarred());
            continue;
          }
          const savedPos = this.current;
          if (this.check(TokenType.NAME)) {
            const nameToken = this.advance();
            if (this.match(TokenType.EQUAL)) {
              const value = this.parseTest();
              keywords.push({
                nodeType: "Keyword",
                arg: nameToken.value,
                value,
                lineno: nameToken.lineno,
                col_offset: nameToken.col_offset,
                end_lineno: this.previous().end_lineno,
                end_col_offset: this.previous().end_col_offset
              });
            } else {
              this.current = savedPos;
              bases.push(this.parseTest());
            }
          } else {
            bases.push(this.parseTest());
          }
        } while (this.match(TokenType.COMMA));
      }
      this.consume(TokenType.RPAR, "Expected ')' after class bases");
    }
    this.consume(TokenType.COLON, "Expected ':' after class header");
    const body = this.parseSuite();
    return {
      nodeType: "ClassDef",
      name,
      bases,
      keywords,
      body,
      decorator_list: decorators,
      type_params,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(body)
    };
  }
  /**
   * Parses a `try` statement, including all `except`/`except*` handlers
   * (which cannot be mixed on the same `try`), the optional `else`, and
   * the optional `finally` clause.
   * @param start Token of the already-consumed `try` keyword, used for node position.
   * @returns The parsed `Try` node.
   * @throws {ParseError} On malformed statement syntax, or if `except` and
   * `except*` handlers are mixed on the same `try`.
   */
  parseTryStmt(start) {
    this.consume(TokenType.COLON, "Expected ':' after try");
    const body = this.parseSuite();
    const handlers = [];
    let orelse = [];
    let finalbody = [];
    let hasStarHandler = false;
    let hasRegularHandler = false;
    while (this.match(TokenType.EXCEPT)) {
      const handlerStart = this.previous();
      let type;
      let name;
      if (this.match(TokenType.STAR)) {
        hasStarHandler = true;
        if (hasRegularHandler) {
          throw this.error(
            "cannot have both 'except' and 'except*' on the same 'try'"
          );
        }
        if (!this.check(TokenType.COLON)) {
          type = this.parseTest();
          if (this.match(TokenType.AS)) {
            name = this.consume(
              TokenType.NAME,
              "Expected name after 'as'"
            ).value;
          }
        }
      } else {
        hasRegularHandler = true;
        if (hasStarHandler) {
          throw this.error(
            "cannot have both 'except' and 'except*' on the same 'try'"
          );
        }
        if (!this.check(TokenType.COLON)) {
          type = this.parseTest();
          if (this.match(TokenType.AS)) {
            name = this.consume(
              TokenType.NAME,
              "Expected name after 'as'"
            ).value;
          }
        }
      }
      this.consume(TokenType.COLON, "Expected ':' after except clause");
      const handlerBody = this.parseSuite();
      handlers.push({
        nodeType: "ExceptHandler",
        type,
        name,
        body: handlerBody,
        lineno: handlerStart.lineno,
        col_offset: handlerStart.col_offset,
        ...this.lastStmtEnd(handlerBody)
      });
    }
    if (this.match(TokenType.ELSE)) {
      this.consume(TokenType.COLON, "Expected ':' after else");
      orelse = this.parseSuite();
    }
    if (this.match(TokenType.FINALLY)) {
      this.consume(TokenType.COLON, "Expected ':' after finally");
      finalbody = this.parseSuite();
    }
    const lastHandler = handlers.length > 0 ? [handlers[handlers.length - 1]] : void 0;
    return {
      nodeType: hasStarHandler ? "TryStar" : "Try",
      body,
      handlers,
      orelse,
      finalbody,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(body, lastHandler, orelse, finalbody)
    };
  }
  /**
   * Parses a `with` statement, including one or more comma-separated
   * context-manager items, each with an optional `as` target.
   * @param start Token of the already-consumed `with` keyword, used for node position.
   * @returns The parsed `With` node.
   * @throws {ParseError} On malformed statement syntax.
   */
  parseWithStmt(start) {
    const items = this.parseWithItems();
    this.consume(TokenType.COLON, "Expected ':' after with clause");
    const body = this.parseSuite();
    return {
      nodeType: "With",
      items,
      body,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(body)
    };
  }
  /**
   * Parses the with-item list of a `with` statement, including CPython's
   * PEP 617 parenthesized form (`with (a as x, b as y):`). Because a
   * leading `(` is ambiguous with a plain parenthesized/tuple
   * context-manager expression (e.g. `with (a, b) as x:`), this
   * speculatively parses `'(' with_item (',' with_item)* ','? ')'`
   * and only commits to it if it is immediately followed by `:` —
   * otherwise it backtracks and parses a single, possibly parenthesized,
   * expression per item instead, matching CPython's PEG grammar.
   * @returns The parsed list of `WithItem` nodes.
   */
  parseWithItems() {
    if (this.check(TokenType.LPAR)) {
      const savedPos = this.current;
      const savedComments = this.pendingComments.length;
      try {
        this.advance();
        const items = this.parseWithItemList(true);
        if (this.check(TokenType.RPAR)) {
          this.advance();
          if (this.check(TokenType.COLON)) {
            return items;
          }
        }
      } catch {
      }
      this.current = savedPos;
      this.pendingComments.length = savedComments;
    }
    return this.parseWithItemList(false);
  }
  /**
   * Parses a comma-separated list of with-items (`expr ['as' target]`).
   * @param allowTrailingComma When `true`, a trailing comma may be
   *   followed directly by the closing `)` of a parenthesized with-item
   *   list, per PEP 617.
   * @returns The parsed list of `WithItem` nodes.
   */
  parseWithItemList(allowTrailingComma) {
    const items = [];
    do {
      if (allowTrailingComma && this.check(TokenType.RPAR)) break;
      const context_expr = this.parseTest();
      let optional_vars;
      if (this.match(TokenType.AS)) {
        optional_vars = this.parseExpr();
        this.validateAssignmentTarget(optional_vars);
        this.setContext(optional_vars, this.createStore());
      }
      items.push({
        nodeType: "WithItem",
        context_expr,
        optional_vars
      });
    } while (this.match(TokenType.COMMA));
    return items;
  }
  /**
   * Parses the statement following an `async` keyword (`def`, `for`, or
   * `with`) by delegating to the corresponding sync parser and rewriting
   * the result's `nodeType` to its async variant.
   * @param start Token of the already-consumed `async` keyword, used for node position.
   * @returns The parsed `AsyncFunctionDef`, `AsyncFor`, or `AsyncWith` node.
   * @throws {ParseError} If `async` is not followed by `def`, `for`, or `with`.
   */
  parseAsyncStmt(start) {
    if (this.match(TokenType.DEF)) {
      const funcDef = this.parseFunctionDef(this.previous());
      return {
        ...funcDef,
        nodeType: "AsyncFunctionDef",
        lineno: start.lineno,
        col_offset: start.col_offset
      };
    } else if (this.match(TokenType.FOR)) {
      const forStmt = this.parseForStmt(this.previous());
      return {
        ...forStmt,
        nodeType: "AsyncFor",
        lineno: start.lineno,
        col_offset: start.col_offset
      };
    } else if (this.match(TokenType.WITH)) {
      const withStmt = this.parseWithStmt(this.previous());
      return {
        ...withStmt,
        nodeType: "AsyncWith",
        lineno: start.lineno,
        col_offset: start.col_offset
      };
    }
    throw this.error("Invalid async statement");
  }
  /**
   * Finishes parsing a `match` statement (PEP 634) after
   * {@link tryParseMatchStmt} has already confirmed the header —
   * `match <subject> : NEWLINE` — and committed to this being a match
   * statement: the indented block of one or more `case pattern [if
   * guard]:` clauses.
   * @param start Token of the already-consumed `match` keyword, used for node position.
   * @param subject The already-parsed subject expression.
   * @returns The parsed `Match` node.
   * @throws {ParseError} On malformed statement syntax, e.g. a missing
   * `case` in the match body.
   */
  finishMatchStmt(start, subject) {
    this.consume(TokenType.NEWLINE, "Expected newline after match:");
    while (this.match(TokenType.NEWLINE)) {
    }
    this.consume(TokenType.INDENT, "Expected indented block");
    const cases = [];
    while (!this.check(TokenType.DEDENT) && !this.isAtEnd()) {
      if (this.check(TokenType.NAME) && this.peek().value === "case") {
        this.advance();
        const pattern = this.parsePattern();
        let guard;
        if (this.match(TokenType.IF)) {
          guard = this.parseTest();
        }
        this.consume(TokenType.COLON, "Expected ':' after case pattern");
        const body = this.parseSuite();
        cases.push({
          nodeType: "MatchCase",
          pattern,
          guard,
          body
        });
      } else {
        throw this.error("Expected 'case' in match statement");
      }
    }
    this.consume(TokenType.DEDENT, "Expected dedent");
    const lastCaseBody = cases[cases.length - 1].body;
    return {
      nodeType: "Match",
      subject,
      cases,
      lineno: start.lineno,
      col_offset: start.col_offset,
      ...this.lastStmtEnd(lastCaseBody)
    };
  }
  /**
   * Parses one `case` pattern (the entry point of the pattern grammar).
   * @returns The parsed pattern node.
   * @throws {ParseError} On malformed pattern syntax.
   */
  parsePattern() {
    return this.parseOrPattern();
  }
  /**
   * Parses a pattern with optional `|`-separated alternatives, producing
   * a `MatchOr` when more than one alternative is present.
   * @returns The parsed pattern, or a `MatchOr` wrapping multiple alternatives.
   * @throws {ParseError} On malformed pattern syntax.
   */
  parseOrPattern() {
    const patterns = [];
    const start = this.peek();
    patterns.push(this.parseBasicPattern());
    while (this.match(TokenType.VBAR)) {
      patterns.push(this.parseBasicPattern());
    }
    const pattern = patterns.length === 1 ? patterns[0] : {
      nodeType: "MatchOr",
      patterns,
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: this.previous().end_lineno,
      end_col_offset: this.previous().end_col_offset
    };
    if (this.match(TokenType.AS)) {
      const nameToken = this.consume(
        TokenType.NAME,
        "Expected name after 'as' in pattern"
      );
      if (nameToken.value === "_") {
        throw this.errorAt(nameToken, "cannot use '_' as a target");
      }
      return {
        nodeType: "MatchAs",
        pattern,
        name: nameToken.value,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return pattern;
  }
  /**
   * Parses a single match pattern alternative: class patterns (`Point(x, y=0)`),
   * capture/wildcard/value patterns, literals, sequence patterns (`[...]`/`(...)`),
   * mapping patterns (`{...}`), or an `as`-bound pattern.
   * @returns The parsed pattern node.
   * @throws {ParseError} On malformed pattern syntax.
   */
  parseBasicPattern() {
    const start = this.peek();
    if (this.check(TokenType.NAME)) {
      const nameToken = this.peek();
      if (nameToken.value === "_" && this.peekNext().type !== TokenType.DOT) {
        this.advance();
        return {
          nodeType: "MatchAs",
          pattern: void 0,
          name: void 0,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      if (this.peekNext().type !== TokenType.DOT && this.peekNext().type !== TokenType.LPAR) {
        this.advance();
        return {
          nodeType: "MatchAs",
          pattern: void 0,
          name: nameToken.value,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      if (nameToken.value === "_") {
        throw this.error("invalid syntax");
      }
      let cls = {
        nodeType: "Name",
        id: this.advance().value,
        ctx: this.createLoad(),
        lineno: nameToken.lineno,
        col_offset: nameToken.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
      while (this.match(TokenType.DOT)) {
        const attrToken = this.consume(
          TokenType.NAME,
          "Expected attribute name after '.'"
        );
        cls = {
          nodeType: "Attribute",
          value: cls,
          attr: attrToken.value,
          ctx: this.createLoad(),
          lineno: cls.lineno,
          col_offset: cls.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      if (!this.match(TokenType.LPAR)) {
        return {
          nodeType: "MatchValue",
          value: cls,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      const patterns = [];
      const kwd_attrs = [];
      const kwd_patterns = [];
      if (!this.check(TokenType.RPAR)) {
        do {
          if (this.check(TokenType.NAME) && this.peekNext().type === TokenType.EQUAL) {
            const kwdName = this.advance().value;
            this.advance();
            const kwdPattern = this.parsePattern();
            kwd_attrs.push(kwdName);
            kwd_patterns.push(kwdPattern);
          } else {
            patterns.push(this.parsePattern());
          }
        } while (this.match(TokenType.COMMA) && !this.check(TokenType.RPAR));
      }
      this.consume(TokenType.RPAR, "Expected ')' in class pattern");
      return {
        nodeType: "MatchClass",
        cls,
        patterns,
        kwd_attrs,
        kwd_patterns,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.LSQB)) {
      const patterns = [];
      if (!this.check(TokenType.RSQB)) {
        patterns.push(this.parsePattern());
        while (this.match(TokenType.COMMA)) {
          if (this.check(TokenType.RSQB)) break;
          patterns.push(this.parsePattern());
        }
      }
      this.consume(TokenType.RSQB, "Expected ']' after list pattern");
      return {
        nodeType: "MatchSequence",
        patterns,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.LPAR)) {
      if (this.check(TokenType.RPAR)) {
        this.advance();
        return {
          nodeType: "MatchSequence",
          patterns: [],
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      const patterns = [this.parsePattern()];
      let sawComma = false;
      while (this.match(TokenType.COMMA)) {
        sawComma = true;
        if (this.check(TokenType.RPAR)) break;
        patterns.push(this.parsePattern());
      }
      this.consume(TokenType.RPAR, "Expected ')' after tuple pattern");
      if (!sawComma) {
        return patterns[0];
      }
      return {
        nodeType: "MatchSequence",
        patterns,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.LBRACE)) {
      const keys = [];
      const patterns = [];
      let rest;
      if (!this.check(TokenType.RBRACE)) {
        do {
          if (this.match(TokenType.DOUBLESTAR)) {
            rest = this.consume(
              TokenType.NAME,
              "Expected name after '**'"
            ).value;
            break;
          }
          const key = this.parseTest();
          this.consume(TokenType.COLON, "Expected ':' in mapping pattern");
          const pattern = this.parsePattern();
          keys.push(key);
          patterns.push(pattern);
        } while (this.match(TokenType.COMMA) && !this.check(TokenType.RBRACE));
      }
      this.consume(TokenType.RBRACE, "Expected '}' after mapping pattern");
      return {
        nodeType: "MatchMapping",
        keys,
        patterns,
        rest,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.check(TokenType.NUMBER) || this.check(TokenType.MINUS) && this.peekNext().type === TokenType.NUMBER) {
      const negative = this.match(TokenType.MINUS);
      const numToken = this.consume(
        TokenType.NUMBER,
        "Expected number in pattern"
      );
      let value = {
        nodeType: "Constant",
        value: this.parseNumber(numToken.value),
        lineno: numToken.lineno,
        col_offset: numToken.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
      if (negative) {
        value = {
          nodeType: "UnaryOp",
          op: { nodeType: "USub" },
          operand: value,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      if (this.check(TokenType.PLUS) || this.check(TokenType.MINUS)) {
        const opToken = this.advance();
        const imagToken = this.consume(
          TokenType.NUMBER,
          "imaginary number required in complex literal"
        );
        const imagValue = this.parseNumber(imagToken.value);
        if (!(imagValue instanceof PyComplex)) {
          throw this.errorAt(
            imagToken,
            "imaginary number required in complex literal"
          );
        }
        value = {
          nodeType: "BinOp",
          left: value,
          op: { nodeType: opToken.type === TokenType.PLUS ? "Add" : "Sub" },
          right: {
            nodeType: "Constant",
            value: imagValue,
            lineno: imagToken.lineno,
            col_offset: imagToken.col_offset,
            end_lineno: this.previous().end_lineno,
            end_col_offset: this.previous().end_col_offset
          },
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      return {
        nodeType: "MatchValue",
        value,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.TRUE, TokenType.FALSE, TokenType.NONE)) {
      const token = this.previous();
      const value = token.type === TokenType.TRUE ? true : token.type === TokenType.FALSE ? false : null;
      return {
        nodeType: "MatchSingleton",
        value,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.STRING)) {
      const token = this.previous();
      const value = this.parseString(token.value);
      return {
        nodeType: "MatchValue",
        value: {
          nodeType: "Constant",
          value,
          lineno: token.lineno,
          col_offset: token.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        },
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.STAR)) {
      let name;
      if (this.check(TokenType.NAME)) {
        const nameToken = this.advance();
        if (nameToken.value !== "_") {
          name = nameToken.value;
        }
      }
      return {
        nodeType: "MatchStar",
        name,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    throw this.error("invalid syntax");
  }
  // ==== Expression parsers ====
  /**
   * Parses a `test`: an or-test, optionally followed by a conditional
   * expression (`X if COND else Y`).
   * @returns The parsed expression, or an `IfExp` node.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseTest() {
    const start = this.peek();
    const expr = this.parseOrTest();
    if (this.match(TokenType.IF)) {
      const test = this.parseOrTest();
      this.consume(TokenType.ELSE, "Expected 'else' in conditional expression");
      const orelse = this.parseTest();
      return {
        nodeType: "IfExp",
        test,
        body: expr,
        orelse,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses a call argument, recognizing a bare generator expression
   * (`f(x for x in y)`, no parens needed for a lone argument). CPython
   * treats the call's own `(` as this `GeneratorExp`'s opening paren in
   * that case (grammar-wise it can only appear as the sole argument), so
   * its position starts there rather than at the element expression.
   * @param callParen The already-consumed `(` token of the enclosing call.
   * @returns The parsed argument expression, or a `GeneratorExp` node.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseArgument(callParen) {
    const expr = this.parseTest();
    if (this.check(TokenType.FOR)) {
      this.advance();
      const generators = this.parseComprehensionsAfterFor();
      return {
        nodeType: "GeneratorExp",
        elt: expr,
        generators,
        lineno: callParen.lineno,
        col_offset: callParen.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses an `or_test`: a `lambda` expression, or a chain of `and_test`s
   * joined by `or` (collapsed into a single `BoolOp` when more than one).
   * @returns The parsed expression.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseOrTest() {
    if (this.match(TokenType.LAMBDA)) {
      const start2 = this.previous();
      let args;
      if (this.check(TokenType.COLON)) {
        args = {
          nodeType: "Arguments",
          posonlyargs: [],
          args: [],
          vararg: void 0,
          kwonlyargs: [],
          kw_defaults: [],
          kwarg: void 0,
          defaults: []
        };
      } else {
        args = this.parseLambdaParameters();
      }
      this.consume(TokenType.COLON, "Expected ':' after lambda parameters");
      const body = this.parseTest();
      return {
        nodeType: "Lambda",
        args,
        body,
        lineno: start2.lineno,
        col_offset: start2.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    const start = this.peek();
    const expr = this.parseAndTest();
    if (this.match(TokenType.OR)) {
      const values = [expr];
      do {
        values.push(this.parseAndTest());
      } while (this.match(TokenType.OR));
      return {
        nodeType: "BoolOp",
        op: { nodeType: "Or" },
        values,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses an `and_test`: a `not_test`, optionally a named expression
   * (`:=` walrus target), or a chain of `not_test`s joined by `and`
   * (collapsed into a single `BoolOp` when more than one).
   * @returns The parsed expression.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseAndTest() {
    const start = this.peek();
    const expr = this.parseNotTest();
    if (this.match(TokenType.COLONEQUAL)) {
      this.setContext(expr, this.createStore());
      const value = this.parseTest();
      return {
        nodeType: "NamedExpr",
        target: expr,
        value,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.AND)) {
      const values = [expr];
      do {
        values.push(this.parseNotTest());
      } while (this.match(TokenType.AND));
      return {
        nodeType: "BoolOp",
        op: { nodeType: "And" },
        values,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses a `not_test`: zero or more `not` unary operators applied to a
   * comparison expression.
   * @returns The parsed expression, wrapped in `UnaryOp`(`Not`) for each `not`.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseNotTest() {
    if (this.match(TokenType.NOT)) {
      const start = this.previous();
      const operand = this.parseNotTest();
      return {
        nodeType: "UnaryOp",
        op: { nodeType: "Not" },
        operand,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return this.parseComparison();
  }
  /**
   * Parses a `comparison`: an expr optionally followed by a chain of
   * comparison operators and operands, collapsed into a single `Compare`
   * node (Python allows chained comparisons like `a < b < c`).
   * @returns The parsed expression, or a `Compare` node.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseComparison() {
    const start = this.peek();
    const expr = this.parseExpr();
    if (this.matchComparison()) {
      const ops = [];
      const comparators = [];
      do {
        ops.push(this.parseCompOp());
        comparators.push(this.parseExpr());
      } while (this.matchComparison());
      return {
        nodeType: "Compare",
        left: expr,
        ops,
        comparators,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses an `expr` (the bitwise-or precedence level and below).
   * @returns The parsed expression.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseExpr() {
    return this.parseOrExpr();
  }
  /**
   * Parses a chain of `xor_expr`s joined by `|`, left-associative.
   * @returns The parsed expression, or a `BinOp`(`BitOr`) chain.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseOrExpr() {
    const start = this.peek();
    let expr = this.parseXorExpr();
    while (this.match(TokenType.VBAR)) {
      const op = { nodeType: "BitOr" };
      const right = this.parseXorExpr();
      expr = {
        nodeType: "BinOp",
        left: expr,
        op,
        right,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses a chain of `and_expr`s joined by `^`, left-associative.
   * @returns The parsed expression, or a `BinOp`(`BitXor`) chain.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseXorExpr() {
    const start = this.peek();
    let expr = this.parseAndExpr();
    while (this.match(TokenType.CIRCUMFLEX)) {
      const op = { nodeType: "BitXor" };
      const right = this.parseAndExpr();
      expr = {
        nodeType: "BinOp",
        left: expr,
        op,
        right,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses a chain of `shift_expr`s joined by `&`, left-associative.
   * @returns The parsed expression, or a `BinOp`(`BitAnd`) chain.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseAndExpr() {
    const start = this.peek();
    let expr = this.parseShiftExpr();
    while (this.match(TokenType.AMPER)) {
      const op = { nodeType: "BitAnd" };
      const right = this.parseShiftExpr();
      expr = {
        nodeType: "BinOp",
        left: expr,
        op,
        right,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses a chain of `arith_expr`s joined by `<<`/`>>`, left-associative.
   * @returns The parsed expression, or a `BinOp`(`LShift`/`RShift`) chain.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseShiftExpr() {
    const start = this.peek();
    let expr = this.parseArithExpr();
    while (this.match(TokenType.LEFTSHIFT, TokenType.RIGHTSHIFT)) {
      const opToken = this.previous();
      const op = opToken.type === TokenType.LEFTSHIFT ? { nodeType: "LShift" } : { nodeType: "RShift" };
      const right = this.parseArithExpr();
      expr = {
        nodeType: "BinOp",
        left: expr,
        op,
        right,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses a chain of `term`s joined by `+`/`-`, left-associative.
   * @returns The parsed expression, or a `BinOp`(`Add`/`Sub`) chain.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseArithExpr() {
    const start = this.peek();
    let expr = this.parseTerm();
    while (this.match(TokenType.PLUS, TokenType.MINUS)) {
      const opToken = this.previous();
      const op = opToken.type === TokenType.PLUS ? { nodeType: "Add" } : { nodeType: "Sub" };
      const right = this.parseTerm();
      expr = {
        nodeType: "BinOp",
        left: expr,
        op,
        right,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses a chain of `factor`s joined by `*`, `@`, `/`, `//`, or `%`,
   * left-associative.
   * @returns The parsed expression, or a `BinOp` chain over these operators.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseTerm() {
    const start = this.peek();
    let expr = this.parseFactor();
    while (this.match(
      TokenType.STAR,
      TokenType.AT,
      TokenType.SLASH,
      TokenType.DOUBLESLASH,
      TokenType.PERCENT
    )) {
      const opToken = this.previous();
      let op;
      if (opToken.type === TokenType.STAR) {
        op = { nodeType: "Mult" };
      } else if (opToken.type === TokenType.AT) {
        op = { nodeType: "MatMult" };
      } else if (opToken.type === TokenType.SLASH) {
        op = { nodeType: "Div" };
      } else if (opToken.type === TokenType.DOUBLESLASH) {
        op = { nodeType: "FloorDiv" };
      } else {
        op = { nodeType: "Mod" };
      }
      const right = this.parseFactor();
      expr = {
        nodeType: "BinOp",
        left: expr,
        op,
        right,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses a `factor`: an `await` expression, a unary `+`/`-`/`~` applied
   * (right-recursively) to another factor, or a power expression.
   * @returns The parsed expression.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseFactor() {
    if (this.match(TokenType.AWAIT)) {
      const start = this.previous();
      const value = this.parseFactor();
      return {
        nodeType: "Await",
        value,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.PLUS, TokenType.MINUS, TokenType.TILDE)) {
      const start = this.previous();
      let op;
      if (start.type === TokenType.PLUS) {
        op = { nodeType: "UAdd" };
      } else if (start.type === TokenType.MINUS) {
        op = { nodeType: "USub" };
      } else {
        op = { nodeType: "Invert" };
      }
      const operand = this.parseFactor();
      return {
        nodeType: "UnaryOp",
        op,
        operand,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return this.parsePower();
  }
  /**
   * Parses a `power`: an atom-with-trailers, optionally raised to a
   * right-associative `**` exponent.
   * @returns The parsed expression, or a `BinOp`(`Pow`) node.
   * @throws {ParseError} On malformed expression syntax.
   */
  parsePower() {
    const start = this.peek();
    let expr = this.parseAtomWithTrailers();
    if (this.match(TokenType.DOUBLESTAR)) {
      const op = { nodeType: "Pow" };
      const right = this.parseFactor();
      expr = {
        nodeType: "BinOp",
        left: expr,
        op,
        right,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  /**
   * Parses an atom followed by zero or more trailers: attribute access
   * (`.name`), subscription (`[...]`), or call (`(...)`).
   * @returns The parsed expression, wrapped in `Attribute`/`Subscript`/`Call` per trailer.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseAtomWithTrailers() {
    const parenStart = this.check(TokenType.LPAR) ? this.peek() : null;
    const expr = this.parseAtom();
    let baseLineno = expr.lineno;
    let baseColOffset = expr.col_offset;
    if (parenStart) {
      baseLineno = parenStart.lineno;
      baseColOffset = parenStart.col_offset;
    }
    let result = expr;
    while (true) {
      if (this.match(TokenType.DOT)) {
        const attr = this.consume(
          TokenType.NAME,
          "Expected attribute name"
        ).value;
        result = {
          nodeType: "Attribute",
          value: result,
          attr,
          ctx: this.createLoad(),
          lineno: baseLineno,
          col_offset: baseColOffset || 0,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
        baseLineno = result.lineno;
        baseColOffset = result.col_offset;
      } else if (this.match(TokenType.LSQB)) {
        const slice = this.parseSubscriptList();
        this.consume(TokenType.RSQB, "Expected ']'");
        result = {
          nodeType: "Subscript",
          value: result,
          slice,
          ctx: this.createLoad(),
          lineno: baseLineno,
          col_offset: baseColOffset || 0,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
        baseLineno = result.lineno;
        baseColOffset = result.col_offset;
      } else if (this.match(TokenType.LPAR)) {
        const callParen = this.previous();
        const args = [];
        const keywords = [];
        let sawKeywordArg = false;
        let sawDoubleStarUnpack = false;
        if (!this.check(TokenType.RPAR)) {
          do {
            if (this.check(TokenType.RPAR)) break;
            if (this.check(TokenType.NAME) && this.checkNext(TokenType.EQUAL)) {
              const argStart = this.peek();
              const argName = this.advance().value;
              this.advance();
              const value = this.parseTest();
              keywords.push({
                nodeType: "Keyword",
                arg: argName,
                value,
                lineno: argStart.lineno,
                col_offset: argStart.col_offset,
                end_lineno: this.previous().end_lineno,
                end_col_offset: this.previous().end_col_offset
              });
              sawKeywordArg = true;
            } else if (this.check(TokenType.DOUBLESTAR)) {
              const argStart = this.peek();
              this.advance();
              const value = this.parseTest();
              keywords.push({
                nodeType: "Keyword",
                arg: void 0,
                value,
                lineno: argStart.lineno,
                col_offset: argStart.col_offset,
                end_lineno: this.previous().end_lineno,
                end_col_offset: this.previous().end_col_offset
              });
              sawDoubleStarUnpack = true;
            } else if (this.check(TokenType.STAR)) {
              if (sawDoubleStarUnpack) {
                throw this.error(
                  "iterable argument unpacking follows keyword argument unpacking"
                );
              }
              const argStart = this.peek();
              this.advance();
              const value = this.parseTest();
              args.push({
                nodeType: "Starred",
                value,
                ctx: this.createLoad(),
                lineno: argStart.lineno,
                col_offset: argStart.col_offset,
                end_lineno: this.previous().end_lineno,
                end_col_offset: this.previous().end_col_offset
              });
            } else {
              if (sawDoubleStarUnpack) {
                throw this.error(
                  "positional argument follows keyword argument unpacking"
                );
              }
              if (sawKeywordArg) {
                throw this.error(
                  "positional argument follows keyword argument"
                );
              }
              const arg = this.parseArgument(callParen);
              args.push(arg);
            }
          } while (this.match(TokenType.COMMA));
        }
        this.consume(TokenType.RPAR, "Expected ')' after arguments");
        const closeParen = this.previous();
        const soleArg = args.length === 1 && keywords.length === 0 ? args[0] : null;
        if (soleArg?.nodeType === "GeneratorExp" && soleArg.lineno === callParen.lineno && soleArg.col_offset === callParen.col_offset) {
          soleArg.end_lineno = closeParen.end_lineno;
          soleArg.end_col_offset = closeParen.end_col_offset;
        }
        result = {
          nodeType: "Call",
          func: result,
          args,
          keywords,
          lineno: baseLineno,
          col_offset: baseColOffset || 0,
          end_lineno: closeParen.end_lineno,
          end_col_offset: closeParen.end_col_offset
        };
        baseLineno = result.lineno;
        baseColOffset = result.col_offset;
      } else {
        break;
      }
    }
    return result;
  }
  /**
   * Parses an `atom`: the base case of the expression grammar — names,
   * numeric/string/f-string/boolean/`None`/ellipsis literals, parenthesized
   * expressions, tuples, list/dict/set displays and comprehensions, or
   * `yield`/`yield from`.
   * @returns The parsed atomic expression node.
   * @throws {ParseError} On malformed or unrecognized atom syntax.
   */
  parseAtom() {
    const start = this.peek();
    if (this.match(TokenType.YIELD)) {
      if (this.match(TokenType.FROM)) {
        const value = this.parseTest();
        return {
          nodeType: "YieldFrom",
          value,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      } else {
        let value;
        if (!this.check(TokenType.NEWLINE) && !this.check(TokenType.RPAR) && !this.check(TokenType.RSQB) && !this.check(TokenType.RBRACE) && !this.check(TokenType.COMMA) && !this.isAtEnd()) {
          value = this.parseTestListWithStar();
        }
        return {
          nodeType: "Yield",
          value,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
    }
    if (this.match(TokenType.NAME)) {
      const token = this.previous();
      return {
        nodeType: "Name",
        id: token.value,
        ctx: this.createLoad(),
        lineno: token.lineno,
        col_offset: token.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.NUMBER)) {
      const token = this.previous();
      return {
        nodeType: "Constant",
        value: this.parseNumber(token.value),
        lineno: token.lineno,
        col_offset: token.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.check(TokenType.STRING)) {
      return this.parseConcatenatedStringLiteral();
    }
    if (this.match(TokenType.TRUE)) {
      const token = this.previous();
      return {
        nodeType: "Constant",
        value: true,
        lineno: token.lineno,
        col_offset: token.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.FALSE)) {
      const token = this.previous();
      return {
        nodeType: "Constant",
        value: false,
        lineno: token.lineno,
        col_offset: token.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.NONE)) {
      const token = this.previous();
      return {
        nodeType: "Constant",
        value: null,
        lineno: token.lineno,
        col_offset: token.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.ELLIPSIS)) {
      const token = this.previous();
      return {
        nodeType: "Constant",
        value: "...",
        // Ellipsis representation
        lineno: token.lineno,
        col_offset: token.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.LPAR)) {
      if (this.match(TokenType.RPAR)) {
        return {
          nodeType: "Tuple",
          elts: [],
          ctx: this.createLoad(),
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      const expr = this.parseTestOrStarred();
      const isAsyncGenerator = this.check(TokenType.ASYNC) && this.checkNext(TokenType.FOR);
      const isGenerator = this.check(TokenType.FOR) || isAsyncGenerator;
      if (isGenerator) {
        let generators;
        if (isAsyncGenerator) {
          this.advance();
          this.consume(TokenType.FOR, "Expected 'for' after async");
          const target = this.parseExprList();
          this.consume(TokenType.IN, "Expected 'in' in comprehension");
          const iter = this.parseOrTest();
          const ifs = [];
          while (this.match(TokenType.IF)) {
            ifs.push(this.parseOrTest());
          }
          const firstComprehension = {
            nodeType: "Comprehension",
            target,
            iter,
            ifs,
            is_async: 1
          };
          const additionalComprehensions = [];
          while (this.check(TokenType.FOR) || this.check(TokenType.ASYNC)) {
            let next_is_async = 0;
            if (this.check(TokenType.ASYNC)) {
              this.advance();
              next_is_async = 1;
            }
            if (!this.check(TokenType.FOR)) {
              break;
            }
            this.consume(TokenType.FOR, "Expected 'for' in comprehension");
            const nextTarget = this.parseExprList();
            this.consume(TokenType.IN, "Expected 'in' in comprehension");
            const nextIter = this.parseOrTest();
            const nextIfs = [];
            while (this.match(TokenType.IF)) {
              nextIfs.push(this.parseOrTest());
            }
            additionalComprehensions.push({
              nodeType: "Comprehension",
              target: nextTarget,
              iter: nextIter,
              ifs: nextIfs,
              is_async: next_is_async
            });
          }
          generators = [firstComprehension, ...additionalComprehensions];
        } else {
          this.advance();
          generators = this.parseComprehensionsAfterFor();
        }
        this.consume(TokenType.RPAR, "Expected ')' after generator expression");
        return {
          nodeType: "GeneratorExp",
          elt: expr,
          generators,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      if (this.match(TokenType.COMMA)) {
        const elts = [expr];
        while (!this.check(TokenType.RPAR) && !this.isAtEnd()) {
          elts.push(this.parseTestOrStarred());
          if (!this.match(TokenType.COMMA)) break;
        }
        this.consume(TokenType.RPAR, "Expected ')' after tuple");
        return {
          nodeType: "Tuple",
          elts,
          ctx: this.createLoad(),
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      this.consume(TokenType.RPAR, "Expected ')' after expression");
      return expr;
    }
    if (this.match(TokenType.LSQB)) {
      return this.parseListOrListComp(start);
    }
    if (this.match(TokenType.LBRACE)) {
      return this.parseDictOrSetOrComp(start);
    }
    throw this.error("Unexpected token in expression");
  }
  // ==== Helper parsers ====
  /**
   * Parses a `suite`: either an indented block of statements following a
   * `:` and `NEWLINE`, or a single simple statement on the same line as
   * the `:`. When `includeComments` is enabled, standalone comments are
   * threaded into the returned list and inline comments are attached to
   * the preceding statement's `inlineComment`.
   * @returns The list of parsed statements (and comment nodes, if enabled).
   * @throws {ParseError} If the block is not properly indented/dedented.
   */
  parseSuite() {
    this.trailingSemicolonSuiteEnd = void 0;
    if (this.match(TokenType.NEWLINE)) {
      while (this.match(TokenType.NEWLINE)) {
      }
      if (!this.match(TokenType.INDENT)) {
        throw this.error("Expected indented block");
      }
      const stmts = [];
      while (!this.check(TokenType.DEDENT) && !this.isAtEnd()) {
        if (this.match(TokenType.NEWLINE)) {
          continue;
        }
        if (this.includeComments && this.pendingComments.length > 0) {
          stmts.push(...this.pendingComments);
          this.pendingComments = [];
        }
        const stmt = this.parseStatement();
        if (stmt) {
          stmts.push(stmt);
          if (this.includeComments && this.pendingComments.length > 0) {
            for (const comment of this.pendingComments) {
              if (comment.inline) {
                if (!stmt.inlineComment) {
                  stmt.inlineComment = comment;
                }
              } else {
                stmts.push(comment);
              }
            }
            this.pendingComments = [];
          }
        }
      }
      this.consume(TokenType.DEDENT, "Expected dedent to close block");
      return stmts;
    } else {
      const stmts = [];
      while (true) {
        const stmt = this.parseSmallStmt();
        if (stmt) stmts.push(stmt);
        if (!this.match(TokenType.SEMI)) break;
        if (this.check(TokenType.NEWLINE) || this.isAtEnd()) {
          const semi = this.previous();
          this.trailingSemicolonSuiteEnd = {
            lineno: semi.end_lineno,
            col_offset: semi.end_col_offset
          };
          break;
        }
      }
      if (!this.check(TokenType.NEWLINE) && !this.check(TokenType.DEDENT) && !this.isAtEnd()) {
        throw this.error("invalid syntax");
      }
      while (this.match(TokenType.NEWLINE)) {
      }
      return stmts;
    }
  }
  /**
   * Parses a `def`/`class`-style parameter list: positional-only args
   * (before `/`), regular args, `*args`/bare `*`, keyword-only args, and
   * `**kwargs`, each with optional annotations and defaults.
   * @returns The parsed `Arguments` node.
   * @throws {ParseError} On malformed parameter syntax.
   */
  parseParameters() {
    const posonlyargs = [];
    const args = [];
    let vararg;
    const kwonlyargs = [];
    const kw_defaults = [];
    let kwarg;
    const defaults = [];
    let seenStar = false;
    let seenSlash = false;
    let bareStarPending = false;
    let defaultSeen = false;
    if (!this.check(TokenType.RPAR)) {
      do {
        if (kwarg) {
          throw this.error("arguments cannot follow var-keyword argument");
        }
        if (this.match(TokenType.SLASH)) {
          if (seenStar) {
            throw this.error("/ must be ahead of *");
          }
          if (seenSlash) {
            throw this.error("/ may appear only once");
          }
          seenSlash = true;
          posonlyargs.push(...args);
          args.length = 0;
        } else if (this.match(TokenType.STAR)) {
          if (seenStar) {
            throw this.error("* argument may appear only once");
          }
          seenStar = true;
          bareStarPending = true;
          if (this.check(TokenType.NAME)) {
            bareStarPending = false;
            const nameToken = this.advance();
            const name = nameToken.value;
            let annotation;
            if (this.match(TokenType.COLON)) {
              annotation = this.parseTestOrStarred();
            }
            vararg = {
              nodeType: "Arg",
              arg: name,
              annotation,
              lineno: nameToken.lineno,
              col_offset: nameToken.col_offset,
              end_lineno: this.previous().end_lineno,
              end_col_offset: this.previous().end_col_offset
            };
          }
        } else if (this.match(TokenType.DOUBLESTAR)) {
          const nameToken = this.consume(
            TokenType.NAME,
            "Expected parameter name"
          );
          const name = nameToken.value;
          let annotation;
          if (this.match(TokenType.COLON)) {
            annotation = this.parseTestOrStarred();
          }
          kwarg = {
            nodeType: "Arg",
            arg: name,
            annotation,
            lineno: nameToken.lineno,
            col_offset: nameToken.col_offset,
            end_lineno: this.previous().end_lineno,
            end_col_offset: this.previous().end_col_offset
          };
        } else {
          const nameToken = this.consume(
            TokenType.NAME,
            "Expected parameter name"
          );
          const name = nameToken.value;
          let annotation;
          if (this.match(TokenType.COLON)) {
            annotation = this.parseTestOrStarred();
          }
          const argEndToken = this.previous();
          let defaultValue;
          if (this.match(TokenType.EQUAL)) {
            defaultValue = this.parseTest();
          }
          const arg = {
            nodeType: "Arg",
            arg: name,
            annotation,
            lineno: nameToken.lineno,
            col_offset: nameToken.col_offset,
            end_lineno: argEndToken.end_lineno,
            end_col_offset: argEndToken.end_col_offset
          };
          if (seenStar) {
            bareStarPending = false;
            kwonlyargs.push(arg);
            kw_defaults.push(defaultValue || null);
          } else {
            if (defaultValue) {
              defaultSeen = true;
            } else if (defaultSeen) {
              throw this.error(
                "parameter without a default follows parameter with a default"
              );
            }
            args.push(arg);
            if (defaultValue) {
              defaults.push(defaultValue);
            }
          }
        }
      } while (this.match(TokenType.COMMA) && !this.check(TokenType.RPAR));
    }
    if (bareStarPending) {
      throw this.error("named arguments must follow bare *");
    }
    return {
      nodeType: "Arguments",
      posonlyargs,
      args,
      vararg,
      kwonlyargs,
      kw_defaults,
      kwarg,
      defaults
    };
  }
  /**
   * Parses a `lambda`'s (unannotated) parameter list: positional-only args
   * (before `/`), regular args, `*args`/bare `*`, keyword-only args, and
   * `**kwargs`, each with an optional default (no annotations, since
   * lambda parameters can't be annotated).
   * @returns The parsed `Arguments` node.
   * @throws {ParseError} On malformed parameter syntax.
   */
  parseLambdaParameters() {
    const posonlyargs = [];
    const args = [];
    let vararg;
    const kwonlyargs = [];
    const kw_defaults = [];
    let kwarg;
    const defaults = [];
    let seenStar = false;
    let seenSlash = false;
    let bareStarPending = false;
    let defaultSeen = false;
    do {
      if (kwarg) {
        throw this.error("arguments cannot follow var-keyword argument");
      }
      if (this.match(TokenType.SLASH)) {
        if (seenStar) {
          throw this.error("/ must be ahead of *");
        }
        if (seenSlash) {
          throw this.error("/ may appear only once");
        }
        seenSlash = true;
        posonlyargs.push(...args);
        args.length = 0;
      } else if (this.match(TokenType.STAR)) {
        if (seenStar) {
          throw this.error("* argument may appear only once");
        }
        seenStar = true;
        bareStarPending = true;
        if (this.check(TokenType.NAME)) {
          bareStarPending = false;
          const nameToken = this.advance();
          vararg = {
            nodeType: "Arg",
            arg: nameToken.value,
            annotation: void 0,
            lineno: nameToken.lineno,
            col_offset: nameToken.col_offset,
            end_lineno: nameToken.end_lineno,
            end_col_offset: nameToken.end_col_offset
          };
        }
      } else if (this.match(TokenType.DOUBLESTAR)) {
        const nameToken = this.consume(
          TokenType.NAME,
          "Expected parameter name"
        );
        kwarg = {
          nodeType: "Arg",
          arg: nameToken.value,
          annotation: void 0,
          lineno: nameToken.lineno,
          col_offset: nameToken.col_offset,
          end_lineno: nameToken.end_lineno,
          end_col_offset: nameToken.end_col_offset
        };
      } else {
        const nameToken = this.consume(
          TokenType.NAME,
          "Expected parameter name"
        );
        let defaultValue;
        if (this.match(TokenType.EQUAL)) {
          defaultValue = this.parseTest();
        }
        const arg = {
          nodeType: "Arg",
          arg: nameToken.value,
          annotation: void 0,
          lineno: nameToken.lineno,
          col_offset: nameToken.col_offset,
          end_lineno: nameToken.end_lineno,
          end_col_offset: nameToken.end_col_offset
        };
        if (seenStar) {
          bareStarPending = false;
          kwonlyargs.push(arg);
          kw_defaults.push(defaultValue || null);
        } else {
          if (defaultValue) {
            defaultSeen = true;
          } else if (defaultSeen) {
            throw this.error(
              "parameter without a default follows parameter with a default"
            );
          }
          args.push(arg);
          if (defaultValue) {
            defaults.push(defaultValue);
          }
        }
      }
    } while (this.match(TokenType.COMMA) && !this.check(TokenType.COLON));
    if (bareStarPending) {
      throw this.error("named arguments must follow bare *");
    }
    return {
      nodeType: "Arguments",
      posonlyargs,
      args,
      vararg,
      kwonlyargs,
      kw_defaults,
      kwarg,
      defaults
    };
  }
  /**
   * Parses one `exprlist` element: `expr`, or `'*' expr` (a starred
   * target, e.g. the `*data` in `for label, *data in x:`).
   * @returns The parsed expression, or a `Starred` node.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseExprOrStarred() {
    if (this.match(TokenType.STAR)) {
      const start = this.previous();
      const value = this.parseExpr();
      return {
        nodeType: "Starred",
        value,
        ctx: this.createLoad(),
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return this.parseExpr();
  }
  /**
   * Parses an `exprlist` (the `for`/comprehension assignment-target form):
   * a single expr, or a comma-separated sequence collapsed into a `Tuple`,
   * stopping before a trailing `in`. Every `Name`/`Attribute`/`Subscript`/
   * `Starred`/`List`/`Tuple` in the result (recursively) is given `Store`
   * context, matching CPython's target semantics.
   * @returns The single expression, or a `Tuple` node.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseExprList() {
    const start = this.peek();
    const expr = this.parseExprOrStarred();
    let result;
    if (this.match(TokenType.COMMA)) {
      const elts = [expr];
      if (!this.check(TokenType.IN)) {
        elts.push(this.parseExprOrStarred());
        while (this.match(TokenType.COMMA)) {
          if (this.check(TokenType.IN)) break;
          elts.push(this.parseExprOrStarred());
        }
      }
      result = {
        nodeType: "Tuple",
        elts,
        ctx: this.createStore(),
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    } else {
      result = expr;
    }
    this.setContext(result, this.createStore());
    return result;
  }
  /**
   * Parses a comma-separated list of subscripts inside `[...]`, collapsing
   * multiple entries into a `Tuple` (used for multi-dimensional indexing).
   * @returns The single subscript expression, or a `Tuple` node.
   * @throws {ParseError} On malformed subscript syntax.
   */
  parseSubscriptList() {
    const start = this.peek();
    const first = this.parseSubscript();
    if (this.match(TokenType.COMMA)) {
      const elts = [first];
      if (!this.check(TokenType.RSQB)) {
        elts.push(this.parseSubscript());
        while (this.match(TokenType.COMMA)) {
          if (this.check(TokenType.RSQB)) break;
          elts.push(this.parseSubscript());
        }
      }
      return {
        nodeType: "Tuple",
        elts,
        ctx: this.createLoad(),
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return first;
  }
  /**
   * Parses a single subscript entry: a plain index expression, or a
   * `lower:upper:step` slice (any part may be omitted).
   * @returns The parsed index expression, or a `Slice` node.
   * @throws {ParseError} On malformed subscript syntax.
   */
  parseSubscript() {
    if (this.match(TokenType.COLON)) {
      const colon = this.previous();
      let upper;
      let step;
      if (!this.check(TokenType.COLON) && !this.check(TokenType.RSQB) && !this.check(TokenType.COMMA)) {
        upper = this.parseTest();
      }
      if (this.match(TokenType.COLON)) {
        if (!this.check(TokenType.RSQB) && !this.check(TokenType.COMMA)) {
          step = this.parseTest();
        }
      }
      return {
        nodeType: "Slice",
        lower: void 0,
        upper,
        step,
        lineno: colon.lineno,
        col_offset: colon.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    const firstStart = this.peek();
    const first = this.parseTestOrStarred();
    if (this.match(TokenType.COLON)) {
      let upper;
      let step;
      if (!this.check(TokenType.COLON) && !this.check(TokenType.RSQB) && !this.check(TokenType.COMMA)) {
        upper = this.parseTest();
      }
      if (this.match(TokenType.COLON)) {
        if (!this.check(TokenType.RSQB) && !this.check(TokenType.COMMA)) {
          step = this.parseTest();
        }
      }
      return {
        nodeType: "Slice",
        lower: first,
        upper,
        step,
        lineno: firstStart.lineno,
        col_offset: firstStart.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return first;
  }
  /**
   * Parses the contents of a `[...]` display after the opening bracket has
   * been consumed: an empty list, a list comprehension, or a regular
   * (possibly starred) element list.
   * @param start Token of the already-consumed `[`, used for node position.
   * @returns The parsed `List` or `ListComp` node.
   * @throws {ParseError} On malformed list syntax.
   */
  parseListOrListComp(start) {
    if (this.match(TokenType.RSQB)) {
      return {
        nodeType: "List",
        elts: [],
        ctx: this.createLoad(),
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    const first = this.parseTestOrStarred();
    if (this.check(TokenType.FOR) || this.check(TokenType.ASYNC)) {
      if (first.nodeType === "Starred") {
        throw this.error("iterable unpacking cannot be used in comprehension");
      }
      const generators = this.parseComprehensions();
      this.consume(TokenType.RSQB, "Expected ']' after list comprehension");
      return {
        nodeType: "ListComp",
        elt: first,
        generators,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    const elts = [first];
    while (this.match(TokenType.COMMA)) {
      if (this.check(TokenType.RSQB)) break;
      elts.push(this.parseTestOrStarred());
    }
    this.consume(TokenType.RSQB, "Expected ']' after list");
    return {
      nodeType: "List",
      elts,
      ctx: this.createLoad(),
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: this.previous().end_lineno,
      end_col_offset: this.previous().end_col_offset
    };
  }
  /**
   * Parses the contents of a `{...}` display after the opening brace has
   * been consumed: an empty dict, a dict/dict-comprehension (`key: value`),
   * or a set/set-comprehension.
   * @param start Token of the already-consumed `{`, used for node position.
   * @returns The parsed `Dict`, `DictComp`, `Set`, or `SetComp` node.
   * @throws {ParseError} On malformed dict/set syntax.
   */
  parseDictOrSetOrComp(start) {
    if (this.match(TokenType.RBRACE)) {
      return {
        nodeType: "Dict",
        keys: [],
        values: [],
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.match(TokenType.DOUBLESTAR)) {
      const firstValue = this.parseOrExpr();
      const keys = [null];
      const values = [firstValue];
      while (this.match(TokenType.COMMA)) {
        if (this.check(TokenType.RBRACE)) break;
        if (this.match(TokenType.DOUBLESTAR)) {
          keys.push(null);
          values.push(this.parseOrExpr());
        } else {
          keys.push(this.parseTest());
          this.consume(TokenType.COLON, "Expected ':' in dictionary");
          values.push(this.parseTest());
        }
      }
      this.consume(TokenType.RBRACE, "Expected '}' after dictionary");
      return {
        nodeType: "Dict",
        keys,
        values,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    if (this.check(TokenType.STAR)) {
      const elts = [this.parseTestOrStarred()];
      while (this.match(TokenType.COMMA)) {
        if (this.check(TokenType.RBRACE)) break;
        elts.push(this.parseTestOrStarred());
      }
      this.consume(TokenType.RBRACE, "Expected '}' after set");
      return {
        nodeType: "Set",
        elts,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    const first = this.parseTest();
    if (this.match(TokenType.COLON)) {
      const firstValue = this.parseTest();
      if (this.match(TokenType.FOR)) {
        const generators = this.parseComprehensionsAfterFor();
        this.consume(TokenType.RBRACE, "Expected '}' after dict comprehension");
        return {
          nodeType: "DictComp",
          key: first,
          value: firstValue,
          generators,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      const keys = [first];
      const values = [firstValue];
      while (this.match(TokenType.COMMA)) {
        if (this.check(TokenType.RBRACE)) break;
        if (this.match(TokenType.DOUBLESTAR)) {
          keys.push(null);
          values.push(this.parseOrExpr());
        } else {
          keys.push(this.parseTest());
          this.consume(TokenType.COLON, "Expected ':' in dictionary");
          values.push(this.parseTest());
        }
      }
      this.consume(TokenType.RBRACE, "Expected '}' after dictionary");
      return {
        nodeType: "Dict",
        keys,
        values,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    } else {
      if (this.match(TokenType.FOR)) {
        const generators = this.parseComprehensionsAfterFor();
        this.consume(TokenType.RBRACE, "Expected '}' after set comprehension");
        return {
          nodeType: "SetComp",
          elt: first,
          generators,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
      }
      const elts = [first];
      while (this.match(TokenType.COMMA)) {
        if (this.check(TokenType.RBRACE)) break;
        elts.push(this.parseTestOrStarred());
      }
      this.consume(TokenType.RBRACE, "Expected '}' after set");
      return {
        nodeType: "Set",
        elts,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
  }
  /**
   * Parses a sequence of `[async] for ... in ... [if ...]` comprehension
   * clauses, used when the leading `for` has not yet been consumed
   * (e.g. list/generator comprehensions).
   * @returns The parsed comprehension clauses, in source order.
   * @throws {ParseError} On malformed comprehension syntax.
   */
  parseComprehensions() {
    const comprehensions = [];
    do {
      let is_async = 0;
      if (this.check(TokenType.ASYNC)) {
        this.advance();
        is_async = 1;
      }
      if (!this.check(TokenType.FOR)) {
        break;
      }
      this.consume(TokenType.FOR, "Expected 'for' in comprehension");
      const target = this.parseExprList();
      this.consume(TokenType.IN, "Expected 'in' in comprehension");
      const iter = this.parseOrTest();
      const ifs = [];
      while (this.match(TokenType.IF)) {
        ifs.push(this.parseOrTest());
      }
      comprehensions.push({
        nodeType: "Comprehension",
        target,
        iter,
        ifs,
        is_async
      });
    } while (this.check(TokenType.FOR) || this.check(TokenType.ASYNC));
    return comprehensions;
  }
  /**
   * Parses a sequence of comprehension clauses when the leading `for`
   * keyword of the first clause has already been consumed by the caller
   * (e.g. dict/set comprehensions).
   * @returns The parsed comprehension clauses, in source order.
   * @throws {ParseError} On malformed comprehension syntax.
   */
  parseComprehensionsAfterFor() {
    const comprehensions = [];
    let is_async = 0;
    const target = this.parseExprList();
    this.consume(TokenType.IN, "Expected 'in' in comprehension");
    const iter = this.parseOrTest();
    const ifs = [];
    while (this.match(TokenType.IF)) {
      ifs.push(this.parseOrTest());
    }
    comprehensions.push({
      nodeType: "Comprehension",
      target,
      iter,
      ifs,
      is_async
    });
    while (this.check(TokenType.FOR) || this.check(TokenType.ASYNC)) {
      is_async = 0;
      if (this.check(TokenType.ASYNC)) {
        this.advance();
        is_async = 1;
      }
      if (!this.check(TokenType.FOR)) {
        break;
      }
      this.consume(TokenType.FOR, "Expected 'for' in comprehension");
      const target2 = this.parseExprList();
      this.consume(TokenType.IN, "Expected 'in' in comprehension");
      const iter2 = this.parseOrTest();
      const ifs2 = [];
      while (this.match(TokenType.IF)) {
        ifs2.push(this.parseOrTest());
      }
      comprehensions.push({
        nodeType: "Comprehension",
        target: target2,
        iter: iter2,
        ifs: ifs2,
        is_async
      });
    }
    return comprehensions;
  }
  // ==== Utility methods ====
  /**
   * Reports whether the current token is an augmented-assignment operator
   * (e.g. `+=`, `-=`, `**=`) without consuming it.
   * @returns `true` if the current token is an augmented-assignment operator.
   */
  matchAugAssign() {
    return this.check(TokenType.PLUSEQUAL) || this.check(TokenType.MINEQUAL) || this.check(TokenType.STAREQUAL) || this.check(TokenType.SLASHEQUAL) || this.check(TokenType.PERCENTEQUAL) || this.check(TokenType.AMPEREQUAL) || this.check(TokenType.VBAREQUAL) || this.check(TokenType.CIRCUMFLEXEQUAL) || this.check(TokenType.LEFTSHIFTEQUAL) || this.check(TokenType.RIGHTSHIFTEQUAL) || this.check(TokenType.DOUBLESTAREQUAL) || this.check(TokenType.DOUBLESLASHEQUAL) || this.check(TokenType.ATEQUAL);
  }
  /**
   * Consumes the current augmented-assignment token and maps it to its
   * underlying binary operator node (e.g. `+=` -> `Add`). Only called
   * (via {@link matchAugAssign}) once the current token is already
   * confirmed to be one of these, so every branch below is reachable.
   * @returns The corresponding `OperatorNode`.
   */
  parseAugAssignOp() {
    const token = this.advance();
    if (token.type === TokenType.PLUSEQUAL) return { nodeType: "Add" };
    if (token.type === TokenType.MINEQUAL) return { nodeType: "Sub" };
    if (token.type === TokenType.STAREQUAL) return { nodeType: "Mult" };
    if (token.type === TokenType.SLASHEQUAL) return { nodeType: "Div" };
    if (token.type === TokenType.PERCENTEQUAL) return { nodeType: "Mod" };
    if (token.type === TokenType.AMPEREQUAL) return { nodeType: "BitAnd" };
    if (token.type === TokenType.VBAREQUAL) return { nodeType: "BitOr" };
    if (token.type === TokenType.CIRCUMFLEXEQUAL) {
      return { nodeType: "BitXor" };
    }
    if (token.type === TokenType.LEFTSHIFTEQUAL) {
      return { nodeType: "LShift" };
    }
    if (token.type === TokenType.RIGHTSHIFTEQUAL) {
      return { nodeType: "RShift" };
    }
    if (token.type === TokenType.DOUBLESTAREQUAL) {
      return { nodeType: "Pow" };
    }
    if (token.type === TokenType.DOUBLESLASHEQUAL) {
      return { nodeType: "FloorDiv" };
    }
    return { nodeType: "MatMult" };
  }
  /**
   * Reports whether the current token(s) start a comparison operator
   * (`<`, `>`, `==`, `>=`, `<=`, `!=`, `in`, `is`, `not in`, `is not`)
   * without consuming them.
   * @returns `true` if the current position begins a comparison operator.
   */
  matchComparison() {
    return this.check(TokenType.LESS) || this.check(TokenType.GREATER) || this.check(TokenType.EQEQUAL) || this.check(TokenType.GREATEREQUAL) || this.check(TokenType.LESSEQUAL) || this.check(TokenType.NOTEQUAL) || this.check(TokenType.IN) || this.check(TokenType.IS) || this.check(TokenType.NOT) && this.checkNext(TokenType.IN);
  }
  /**
   * Consumes one comparison operator (including the two-token `not in`
   * and `is not` forms) and returns its AST node. Only called (via
   * {@link matchComparison}) once the current token is already confirmed
   * to start a comparison operator, so every branch below is reachable.
   * @returns The corresponding `CmpOpNode`.
   */
  parseCompOp() {
    if (this.match(TokenType.LESS)) return { nodeType: "Lt" };
    if (this.match(TokenType.GREATER)) return { nodeType: "Gt" };
    if (this.match(TokenType.EQEQUAL)) return { nodeType: "Eq" };
    if (this.match(TokenType.GREATEREQUAL)) return { nodeType: "GtE" };
    if (this.match(TokenType.LESSEQUAL)) return { nodeType: "LtE" };
    if (this.match(TokenType.NOTEQUAL)) return { nodeType: "NotEq" };
    if (this.match(TokenType.IN)) return { nodeType: "In" };
    if (this.match(TokenType.IS)) {
      if (this.match(TokenType.NOT)) {
        return { nodeType: "IsNot" };
      }
      return { nodeType: "Is" };
    }
    this.consume(TokenType.NOT, "Expected comparison operator");
    this.consume(TokenType.IN, "Expected 'in' after 'not'");
    return { nodeType: "NotIn" };
  }
  /**
   * Determines whether an annotated-assignment target is a "simple" name
   * target per the `AnnAssign.simple` flag in the Python AST (as opposed
   * to an attribute, subscript, or parenthesized name).
   * @param expr The assignment target expression.
   * @returns `true` if `expr` is a bare `Name` node.
   */
  isSimpleTarget(expr) {
    return expr.nodeType === "Name";
  }
  /** Creates a `Load` expression-context node. */
  createLoad() {
    return { nodeType: "Load" };
  }
  /** Creates a `Store` expression-context node. */
  createStore() {
    return { nodeType: "Store" };
  }
  /** Creates a `Del` expression-context node. */
  createDel() {
    return { nodeType: "Del" };
  }
  /**
   * Recursively rewrites the `ctx` of a target expression and its nested
   * elements to `ctx`, mirroring CPython's `set_context`. Assignment/`for`/
   * `with`/comprehension targets are parsed with the same expression
   * grammar as any other expression (which defaults every `Name` etc. to
   * `Load`), so this pass corrects them in place once the surrounding
   * construct (`Store` for a target, `Del` for `del`) is known.
   * @param expr The target expression (or one of its nested elements).
   * @param ctx The context to assign.
   */
  setContext(expr, ctx) {
    switch (expr.nodeType) {
      case "Name":
      case "Attribute":
      case "Subscript":
        expr.ctx = ctx;
        break;
      case "Starred":
        expr.ctx = ctx;
        this.setContext(expr.value, ctx);
        break;
      case "List":
      case "Tuple":
        expr.ctx = ctx;
        for (const elt of expr.elts) {
          this.setContext(elt, ctx);
        }
        break;
    }
  }
  /**
   * Converts a raw numeric literal token value to a JS `number`, handling
   * hex (`0x`), octal (`0o`), binary (`0b`), float, and decimal-int forms.
   * A trailing `j`/`J` (imaginary literal, e.g. `4j`, `1.5e3j`) instead
   * yields a {@link PyComplex} with that magnitude as its imaginary part,
   * matching CPython's `complex` literal semantics. Integer literals
   * (any base) that don't fit in a safe JS number — Python `int`s are
   * arbitrary-precision — yield a `bigint` instead of silently
   * overflowing to `Infinity`.
   * @param value The raw token text of the numeric literal.
   * @returns The parsed numeric value, a `bigint` for an integer literal
   *   too large for a safe `number`, or a {@link PyComplex} for imaginary
   *   literals.
   */
  parseNumber(value) {
    if (value.endsWith("j") || value.endsWith("J")) {
      return new PyComplex(0, parseFloat(value.slice(0, -1)));
    }
    if (value.startsWith("0x") || value.startsWith("0X") || value.startsWith("0o") || value.startsWith("0O") || value.startsWith("0b") || value.startsWith("0B")) {
      const big2 = BigInt(value);
      return big2 >= MIN_SAFE_BIGINT && big2 <= MAX_SAFE_BIGINT ? Number(big2) : big2;
    }
    if (value.includes(".") || value.includes("e") || value.includes("E")) {
      return parseFloat(value);
    }
    const big = BigInt(value);
    return big >= MIN_SAFE_BIGINT && big <= MAX_SAFE_BIGINT ? Number(big) : big;
  }
  /**
   * Converts a raw string literal token value to its decoded string
   * content: strips the prefix (`f`/`r`/`b`/`u`) and surrounding quotes
   * (single or triple), and resolves basic escape sequences unless the
   * literal is raw (`r`-prefixed).
   * @param value The raw token text of the string literal, including prefix and quotes.
   * @returns The decoded string content.
   */
  parseString(value) {
    let prefix = "";
    let actualValue = value;
    const prefixMatch = value.match(/^([fFrRbBuUtT]+)/);
    if (prefixMatch) {
      prefix = prefixMatch[1].toLowerCase();
      actualValue = value.slice(prefix.length);
    }
    let content = actualValue.slice(1, -1);
    if (actualValue.startsWith('"""') || actualValue.startsWith("'''")) {
      content = actualValue.slice(3, -3);
    }
    if (prefix.includes("r")) {
      return content;
    }
    return this.decodeEscapes(content, prefix.includes("b"));
  }
  /**
   * Decodes backslash escape sequences in a non-raw string/bytes literal's
   * content, matching CPython's escape table: `\\`, `\'`, `\"`, `\a`,
   * `\b`, `\f`, `\n`, `\r`, `\t`, `\v`, a trailing `\<newline>` line
   * continuation (dropped entirely), up to 3 octal digits (`\ooo`), and
   * exactly 2 hex digits (`\xhh`). String literals (`isBytes: false`)
   * additionally decode `\uxxxx` (4 hex digits) and `\Uxxxxxxxx` (8 hex
   * digits); those two, along with `\N{...}` named escapes, aren't
   * recognized in bytes literals and are left as literal text there,
   * matching CPython. `\N{...}` is left as literal text for str literals
   * too — resolving a Unicode character name requires a Unicode name
   * database this library doesn't carry. Any other backslash sequence is
   * kept as-is (backslash plus the following character), matching
   * CPython's handling of unrecognized escapes.
   * @param content The literal's content, quotes and prefix already stripped.
   * @param isBytes Whether this is a bytes literal (`b"..."`) rather than a str literal.
   * @returns The decoded content.
   */
  decodeEscapes(content, isBytes) {
    let result = "";
    let i = 0;
    const len = content.length;
    while (i < len) {
      const ch = content[i];
      if (ch !== "\\" || i === len - 1) {
        result += ch;
        i++;
        continue;
      }
      const next = content[i + 1];
      switch (next) {
        case "\n":
          i += 2;
          continue;
        case "\\":
        case "'":
        case '"':
          result += next;
          i += 2;
          continue;
        case "a":
          result += "\x07";
          i += 2;
          continue;
        case "b":
          result += "\b";
          i += 2;
          continue;
        case "f":
          result += "\f";
          i += 2;
          continue;
        case "n":
          result += "\n";
          i += 2;
          continue;
        case "r":
          result += "\r";
          i += 2;
          continue;
        case "t":
          result += "	";
          i += 2;
          continue;
        case "v":
          result += "\v";
          i += 2;
          continue;
        case "x": {
          const hex = content.slice(i + 2, i + 4);
          if (/^[0-9a-fA-F]{2}$/.test(hex)) {
            result += String.fromCharCode(parseInt(hex, 16));
            i += 4;
          } else {
            result += ch + next;
            i += 2;
          }
          continue;
        }
      }
      if (next >= "0" && next <= "7") {
        let digits = next;
        while (digits.length < 3 && content[i + 1 + digits.length] >= "0" && content[i + 1 + digits.length] <= "7") {
          digits += content[i + 1 + digits.length];
        }
        result += String.fromCharCode(parseInt(digits, 8) & 255);
        i += 1 + digits.length;
        continue;
      }
      if (!isBytes && next === "u") {
        const hex = content.slice(i + 2, i + 6);
        if (/^[0-9a-fA-F]{4}$/.test(hex)) {
          result += String.fromCharCode(parseInt(hex, 16));
          i += 6;
          continue;
        }
      }
      if (!isBytes && next === "U") {
        const hex = content.slice(i + 2, i + 10);
        if (/^[0-9a-fA-F]{8}$/.test(hex)) {
          result += String.fromCodePoint(parseInt(hex, 16));
          i += 10;
          continue;
        }
      }
      if (!isBytes && next === "N" && content[i + 2] === "{") {
        const end = content.indexOf("}", i + 3);
        if (end !== -1) {
          result += content.slice(i, end + 1);
          i = end + 1;
          continue;
        }
      }
      result += ch + next;
      i += 2;
    }
    return result;
  }
  /**
   * Determines the original prefix + quote style (e.g. `f"`, `'''`) of a
   * raw string/f-string token, for round-tripping through the unparser.
   * The lexer only ever emits `STRING` tokens shaped as `<prefix><quote>
   * ...<quote>`, with the quote character immediately following the
   * prefix, so one of these cases always applies.
   * @param tokenValue The raw token text, including prefix and quotes.
   * @returns The prefix concatenated with its quote characters.
   */
  getStringQuoteStyle(tokenValue) {
    const [, prefix] = tokenValue.match(/^([fFrRbBuUtT]*)/);
    const withoutPrefix = tokenValue.slice(prefix.length);
    if (withoutPrefix.startsWith('"""')) {
      return `${prefix}"""`;
    }
    if (withoutPrefix.startsWith("'''")) {
      return `${prefix}'''`;
    }
    if (withoutPrefix.startsWith('"')) {
      return `${prefix}"`;
    }
    return `${prefix}'`;
  }
  /**
   * Computes a plain string `Constant`'s real CPython `kind`: `"u"` for a
   * `u"..."`/`U"..."` literal, `undefined` for everything else. CPython's
   * `ast.Constant.kind` never holds anything else (no `r`/`b`/quote-style
   * info) — that richer info is round-tripping-only and lives in the
   * node's `quote_style` field instead (a py-ast extension, not part of
   * CPython's `ast`).
   * @param quoteStyle The token's prefix+quote text, as returned by {@link getStringQuoteStyle}.
   * @returns `"u"` or `undefined`.
   */
  cpythonStringKind(quoteStyle) {
    return /^[uU]/.test(quoteStyle) ? "u" : void 0;
  }
  /**
   * Determines whether a string token's prefix marks it as an f-string or
   * a t-string (PEP 750 template string), regardless of prefix letter
   * order or an accompanying `r` (raw) marker (e.g. `f`, `rf`, `fr`, `t`,
   * `tr`, `rt`). CPython rejects mixing `f`/`t` in a single prefix, so at
   * most one of the two can appear.
   * @param tokenValue The raw token text, including prefix and quotes.
   * @returns `"f"`, `"t"`, or `null` if the token is a plain/raw/bytes string.
   */
  getLiteralKind(tokenValue) {
    const [, prefix] = tokenValue.match(/^([fFrRbBuUtT]*)/);
    const lowerPrefix = prefix.toLowerCase();
    if (lowerPrefix.includes("f")) return "f";
    if (lowerPrefix.includes("t")) return "t";
    return null;
  }
  /**
   * Parses one or more adjacent `STRING` tokens (Python's implicit string
   * literal concatenation, e.g. `"a" "b"` or `f"x" "y"`) as a single
   * expression. Plain string tokens fold into one `Constant`; if any token
   * is an f-string, the result is a single `JoinedStr` with adjacent
   * literal parts merged; if any token is a t-string, the result is a
   * single `TemplateStr` the same way — matching CPython's `ast` output.
   * CPython doesn't allow mixing f-strings/t-strings with each other or
   * with plain strings in the same concatenation, so this throws in that
   * case too.
   * @returns A `Constant` (all-plain case), `JoinedStr` (any f-string present), or `TemplateStr` (any t-string present) node.
   * @throws {Error} If an f-string/t-string expression is malformed, or if f-strings/t-strings/plain strings are mixed in one concatenation.
   */
  /**
   * Picks the `quote_style` for a merged (implicitly-concatenated)
   * string/bytes/f-string/t-string literal, downgrading `preferred` from
   * raw to non-raw when that wouldn't safely represent every part.
   *
   * Concatenated parts can mix raw (`rb"..."`) and non-raw (`b"..."`)
   * literals, or raw parts with different quote characters (`r"...'..."
   * r'..."..."'`). A raw part's text is verbatim source (backslashes
   * inert, whatever quote char isn't its own delimiter appears
   * unescaped); a non-raw part's text is already escape-decoded (e.g. a
   * real control character from `\n`). Writing the *merged* text back
   * out under one raw quote style is only safe when *every* part was raw
   * *and* used the same quote character — otherwise a literal quote char
   * from one part (never escaped, since it was raw) could prematurely
   * close the merged literal, or a non-raw part's already-decoded content
   * would be written back completely unescaped. Falling back to non-raw
   * lets normal escaping handle the merged value safely regardless of
   * what's inside, since every part's contribution is escaped uniformly
   * at unparse time (see `escapeString`/`escapeInterpolatedStringLiteral`).
   * @param parts The concatenation's original parts, each carrying its own `quote_style`.
   * @param preferred The quote style that would otherwise be used for the merge.
   * @returns `preferred`, or the same style with any `r`/`R` stripped.
   */
  safeConcatenatedQuoteStyle(parts, preferred) {
    const bareQuote = (preferred ?? "").replace(/^[a-zA-Z]*/, "");
    const safeToKeepRaw = parts.every((part) => {
      const style = part.quote_style ?? "";
      return /^[a-zA-Z]*r/i.test(style) && style.endsWith(bareQuote);
    });
    if (safeToKeepRaw || preferred === void 0) {
      return preferred;
    }
    return preferred.replace(/[rR]/g, "");
  }
  parseConcatenatedStringLiteral() {
    const start = this.peek();
    const parts = [];
    let anyFString = false;
    let anyTemplateStr = false;
    while (this.match(TokenType.STRING)) {
      const token = this.previous();
      const kind = this.getLiteralKind(token.value);
      if (kind === "f") {
        anyFString = true;
        parts.push(this.parseFString(token));
      } else if (kind === "t") {
        anyTemplateStr = true;
        parts.push(this.parseTemplateStr(token));
      } else {
        const quoteStyle = this.getStringQuoteStyle(token.value);
        const constant = {
          nodeType: "Constant",
          value: this.parseString(token.value),
          kind: this.cpythonStringKind(quoteStyle),
          quote_style: quoteStyle,
          lineno: token.lineno,
          col_offset: token.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        };
        parts.push(constant);
      }
    }
    if (anyFString && anyTemplateStr) {
      throw new Error("cannot mix f-string literals with t-string literals");
    }
    if (anyTemplateStr && parts.some((part) => part.nodeType === "Constant")) {
      throw new Error(
        "cannot mix t-string literals with string or bytes literals"
      );
    }
    if (parts.length === 1) {
      return parts[0];
    }
    if (!anyFString && !anyTemplateStr) {
      const combined = parts.map((part) => part.value).join("");
      const mergedQuoteStyle2 = this.safeConcatenatedQuoteStyle(
        parts,
        parts[0].quote_style
      );
      const combinedConstant = {
        nodeType: "Constant",
        value: combined,
        kind: parts[0].kind,
        quote_style: mergedQuoteStyle2,
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
      return combinedConstant;
    }
    const joinedNodeType = anyTemplateStr ? "TemplateStr" : "JoinedStr";
    const values = [];
    for (const part of parts) {
      if (part.nodeType === joinedNodeType) {
        values.push(...part.values);
      } else {
        values.push(part);
      }
    }
    const merged = [];
    for (const value of values) {
      const last = merged[merged.length - 1];
      if (last?.nodeType === "Constant" && value.nodeType === "Constant" && typeof last.value === "string" && typeof value.value === "string") {
        last.value += value.value;
        last.end_lineno = value.end_lineno;
        last.end_col_offset = value.end_col_offset;
      } else {
        merged.push(value);
      }
    }
    const lastPart = parts[parts.length - 1];
    const stylePart = parts.find((part) => part.nodeType === joinedNodeType) ?? parts[0];
    const mergedQuoteStyle = this.safeConcatenatedQuoteStyle(
      parts,
      stylePart.quote_style
    );
    const mergedNode = {
      nodeType: joinedNodeType,
      values: merged,
      quote_style: mergedQuoteStyle,
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: lastPart.end_lineno,
      end_col_offset: lastPart.end_col_offset
    };
    return mergedNode;
  }
  /**
   * Strips an f-string/t-string token's prefix and surrounding quotes,
   * returning its raw (still-escaped) body text along with the prefix +
   * quote style (e.g. `f"`, `tr'''`) used both to size the strip and to
   * round-trip through the unparser.
   * @param token The f-string/t-string token, including its quotes and prefix.
   * @returns The unquoted body text and the original quote style.
   */
  stripInterpolatedStringToken(token) {
    const quoteStyle = this.getStringQuoteStyle(token.value);
    const isTripleQuote = quoteStyle.endsWith('"""') || quoteStyle.endsWith("'''");
    const closingLength = isTripleQuote ? 3 : 1;
    const content = token.value.slice(
      quoteStyle.length,
      token.value.length - closingLength
    );
    return { content, quoteStyle, closingLength };
  }
  /**
   * Parses an f-string token into a `JoinedStr` node: splits the content
   * into literal text segments (`Constant` nodes) and `{expr}` segments
   * (delegated to {@link parseExpressionInInterpolatedString}), tracking brace/quote
   * nesting so expressions containing strings or nested f-strings are
   * handled correctly.
   * @param token The f-string token, including its quotes and prefix (e.g. `f`/`rf`/`fr`).
   * @returns A `JoinedStr` node containing the interleaved literal and formatted-value parts.
   * @throws {Error} If an f-string expression is malformed.
   */
  parseFString(token) {
    const { content, quoteStyle, closingLength } = this.stripInterpolatedStringToken(token);
    const startPos = {
      lineno: token.lineno,
      col_offset: token.col_offset + quoteStyle.length
    };
    const isRaw = /r/i.test(quoteStyle);
    const values = this.scanFStringSegments(content, token, startPos, isRaw);
    const end = this.advancePosition(startPos, content);
    const joinedStr = {
      nodeType: "JoinedStr",
      values,
      quote_style: quoteStyle,
      lineno: token.lineno,
      col_offset: token.col_offset,
      end_lineno: end.lineno,
      end_col_offset: end.col_offset + closingLength
    };
    return joinedStr;
  }
  /**
   * Parses a t-string (PEP 750 template string) token into a `TemplateStr`
   * node, mirroring {@link parseFString} but producing `Interpolation`
   * fields (via {@link scanTemplateStrSegments}) instead of
   * `FormattedValue` fields.
   * @param token The t-string token, including its quotes and prefix (e.g. `t`/`rt`/`tr`).
   * @returns A `TemplateStr` node containing the interleaved literal and interpolation parts.
   * @throws {Error} If a t-string expression is malformed.
   */
  parseTemplateStr(token) {
    const { content, quoteStyle, closingLength } = this.stripInterpolatedStringToken(token);
    const startPos = {
      lineno: token.lineno,
      col_offset: token.col_offset + quoteStyle.length
    };
    const isRaw = /r/i.test(quoteStyle);
    const values = this.scanTemplateStrSegments(
      content,
      token,
      startPos,
      isRaw
    );
    const end = this.advancePosition(startPos, content);
    const templateStr = {
      nodeType: "TemplateStr",
      values,
      quote_style: quoteStyle,
      lineno: token.lineno,
      col_offset: token.col_offset,
      end_lineno: end.lineno,
      end_col_offset: end.col_offset + closingLength
    };
    return templateStr;
  }
  /**
   * Scans f-string-style content (an f-string's own body, a `FormattedValue`/
   * `Interpolation`'s format spec text, or a t-string's own body — they all
   * follow the same literal/`{expr}` interleaving rules and can nest further
   * `{expr}` segments) into a `JoinedStr`/`TemplateStr`'s `values` array,
   * delegating each `{expr}` segment to `buildField`. Positions are tracked
   * incrementally from `startPos` (rather than via a fixed offset from the
   * f-string token) so embedded newlines in multi-line f-strings/t-strings
   * advance `lineno` correctly, matching CPython.
   * @param content The unquoted body, or format-spec text, to scan.
   * @param token The originating f-string/t-string token, used for error position only.
   * @param startPos The real source position of `content[0]`.
   * @param buildField Builds the `{expr}` segment's node(s) from its raw
   * expression text and its real source span: normally a single
   * `FormattedValue`/`Interpolation`, or `[literalConstant, field]` for a
   * self-documenting `{expr=}` segment (PEP 501/572), whose literal `expr=`
   * text renders as a `Constant` immediately before the field.
   * @returns The interleaved `Constant`/field nodes.
   */
  scanInterleavedSegments(content, token, startPos, isRaw, buildField) {
    const values = [];
    let i = 0;
    let literalStart = 0;
    let pos = startPos;
    const pushValue = (value) => {
      const last = values[values.length - 1];
      if (last?.nodeType === "Constant" && value.nodeType === "Constant" && typeof last.value === "string" && typeof value.value === "string") {
        last.value += value.value;
        last.end_lineno = value.end_lineno;
        last.end_col_offset = value.end_col_offset;
        return;
      }
      values.push(value);
    };
    const flushLiteral = (end) => {
      if (end <= literalStart) return;
      const literalText = content.slice(literalStart, end);
      const segStart = pos;
      pos = this.advancePosition(pos, literalText);
      const decoded = isRaw ? literalText : this.decodeEscapes(literalText, false);
      const value = this.decodeDoubledBraces(decoded);
      if (value.length === 0) return;
      pushValue({
        nodeType: "Constant",
        value,
        lineno: segStart.lineno,
        col_offset: segStart.col_offset,
        end_lineno: pos.lineno,
        end_col_offset: pos.col_offset
      });
    };
    while (i < content.length) {
      if (!isRaw && content[i] === "\\" && content[i + 1] === "N" && content[i + 2] === "{") {
        const nameEnd = content.indexOf("}", i + 3);
        i = nameEnd === -1 ? content.length : nameEnd + 1;
        continue;
      }
      if (content[i] === "{" && content[i + 1] === "{" || content[i] === "}" && content[i + 1] === "}") {
        i += 2;
        continue;
      }
      if (content[i] === "{") {
        flushLiteral(i);
        const { exprText, nextPos } = this.parseExpressionInInterpolatedString(
          content,
          i
        );
        const segStart = pos;
        const segEnd = this.advancePosition(pos, content.slice(i, nextPos));
        for (const fieldValue of buildField(
          exprText,
          token,
          segStart,
          segEnd
        )) {
          pushValue(fieldValue);
        }
        pos = segEnd;
        i = nextPos;
        literalStart = i;
      } else {
        i++;
      }
    }
    flushLiteral(content.length);
    return values;
  }
  /**
   * Folds an f-string/t-string literal segment's escaped `{{`/`}}` pairs
   * into single `{`/`}` characters, matching CPython's f-string literal
   * text semantics (independent of, and applied in addition to, normal
   * backslash escape decoding).
   * @param text Already backslash-escape-decoded (or raw) literal text.
   * @returns The text with every `{{` folded to `{` and every `}}` folded to `}`.
   */
  decodeDoubledBraces(text) {
    return text.replace(/\{\{/g, "{").replace(/\}\}/g, "}");
  }
  /**
   * Scans an f-string's body (or a format spec's text) into interleaved
   * `Constant`/`FormattedValue` nodes. See {@link scanInterleavedSegments}.
   */
  scanFStringSegments(content, token, startPos, isRaw) {
    return this.scanInterleavedSegments(
      content,
      token,
      startPos,
      isRaw,
      (exprText, tok, segStart, segEnd) => this.buildFormattedValueNodes(exprText, tok, segStart, segEnd, isRaw)
    );
  }
  /**
   * Scans a t-string's body into interleaved `Constant`/`Interpolation`
   * nodes. See {@link scanInterleavedSegments}.
   */
  scanTemplateStrSegments(content, token, startPos, isRaw) {
    return this.scanInterleavedSegments(
      content,
      token,
      startPos,
      isRaw,
      (exprText, tok, segStart, segEnd) => this.buildInterpolationNodes(exprText, tok, segStart, segEnd, isRaw)
    );
  }
  /**
   * Extracts the raw text of a single `{expr}` segment from f-string/
   * t-string content, tracking brace nesting and skipping over any nested
   * strings or nested f-strings/t-strings so their braces/quotes don't
   * confuse the scan. Only called with `startPos` pointing at a `{` (the
   * caller checks this first), and the lexer already validated overall
   * brace balance before producing the token, so the braces here are
   * always balanced too.
   * @param content The f-string's/t-string's unquoted content.
   * @param startPos Index into `content` of the opening `{`.
   * @returns The expression text (braces excluded) and the index just past the matching `}`.
   */
  parseExpressionInInterpolatedString(content, startPos) {
    let i = startPos + 1;
    let braceLevel = 1;
    let result = "";
    while (i < content.length && braceLevel > 0) {
      const char = content[i];
      if ((char === "f" || char === "t") && i + 1 < content.length) {
        const nextChar = content[i + 1];
        if (nextChar === '"' || nextChar === "'") {
          const { literalContent, nextPos } = this.parseNestedInterpolatedString(content, i);
          result += literalContent;
          i = nextPos;
          continue;
        }
      }
      if (char === '"' || char === "'") {
        const { stringContent, nextPos } = this.parseStringLiteral(content, i);
        result += stringContent;
        i = nextPos;
        continue;
      }
      if (char === "{") {
        braceLevel++;
        result += char;
      } else if (char === "}") {
        braceLevel--;
        if (braceLevel > 0) {
          result += char;
        }
      } else {
        result += char;
      }
      i++;
    }
    return { exprText: result, nextPos: i };
  }
  /**
   * Scans a nested f-string/t-string literal (`f"..."`/`t'...'`) that
   * appears inside an outer f-string's/t-string's `{expr}` segment,
   * returning its raw text verbatim so the outer scan can skip past it
   * intact.
   * @param content The enclosing f-string's/t-string's unquoted content.
   * @param startPos Index into `content` of the nested literal's `f`/`t` prefix.
   * @returns The nested literal's full raw text and the index just past its closing quote.
   * @throws {Error} If the nested f-string/t-string is unterminated.
   */
  parseNestedInterpolatedString(content, startPos) {
    const quote = content[startPos + 1];
    let i = startPos + 2;
    let braceLevel = 0;
    let result = content.slice(startPos, startPos + 2);
    while (i < content.length) {
      const char = content[i];
      if (char === "{") {
        braceLevel++;
        result += char;
      } else if (char === "}") {
        braceLevel--;
        result += char;
      } else if (char === quote && braceLevel === 0) {
        result += char;
        return { literalContent: result, nextPos: i + 1 };
      } else {
        result += char;
      }
      i++;
    }
    throw new Error(
      `Unterminated f-string/t-string starting at position ${startPos}`
    );
  }
  /**
   * Scans a quoted string literal that appears inside an f-string's
   * `{expr}` segment, respecting backslash escapes so an escaped quote
   * doesn't terminate the scan early.
   * @param content The enclosing f-string's unquoted content.
   * @param startPos Index into `content` of the string's opening quote.
   * @returns The string's raw text (quotes included) and the index just past its closing quote.
   * @throws {Error} If the string literal is unterminated.
   */
  parseStringLiteral(content, startPos) {
    const quote = content[startPos];
    let i = startPos + 1;
    let escaped = false;
    let result = quote;
    while (i < content.length) {
      const char = content[i];
      if (escaped) {
        escaped = false;
        result += char;
      } else if (char === "\\") {
        escaped = true;
        result += char;
      } else if (char === quote) {
        result += char;
        return { stringContent: result, nextPos: i + 1 };
      } else {
        result += char;
      }
      i++;
    }
    throw new Error(`Unterminated string starting at position ${startPos}`);
  }
  /**
   * Finds the index of a top-level `!r`/`!s`/`!a` conversion marker in an
   * f-string expression, ignoring any that appear nested inside
   * brackets/parens/braces or string literals. The marker must be
   * followed immediately by the end of the text or a `:` (format spec
   * separator) to be recognized.
   * @param text The f-string interpolation's expression text.
   * @returns The index of the `!`, or -1 if none is found at the top level.
   */
  findTopLevelConversionMarker(text) {
    let depth = 0;
    let quote = null;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quote) {
        if (c === "\\") {
          i++;
        } else if (c === quote) {
          quote = null;
        }
        continue;
      }
      if (c === '"' || c === "'") {
        quote = c;
        continue;
      }
      if (c === "(" || c === "[" || c === "{") {
        depth++;
        continue;
      }
      if (c === ")" || c === "]" || c === "}") {
        depth--;
        continue;
      }
      if (depth === 0 && c === "!") {
        const next = text[i + 1];
        const after = text[i + 2];
        if ((next === "r" || next === "s" || next === "a") && (after === void 0 || after === ":")) {
          return i;
        }
      }
    }
    return -1;
  }
  /**
   * Finds the index of a top-level `:` (format spec separator) in an
   * f-string expression, ignoring colons nested inside
   * brackets/parens/braces or string literals (e.g. a slice `arr[1:2]` or
   * a dict literal `{"a": 1}`).
   * @param text The f-string interpolation's expression text.
   * @returns The index of the `:`, or -1 if none is found at the top level.
   */
  findTopLevelColon(text) {
    let depth = 0;
    let quote = null;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quote) {
        if (c === "\\") {
          i++;
        } else if (c === quote) {
          quote = null;
        }
        continue;
      }
      if (c === '"' || c === "'") {
        quote = c;
        continue;
      }
      if (c === "(" || c === "[" || c === "{") {
        depth++;
        continue;
      }
      if (c === ")" || c === "]" || c === "}") {
        depth--;
        continue;
      }
      if (depth === 0 && c === ":") {
        return i;
      }
    }
    return -1;
  }
  /**
   * Splits an f-string/t-string `{expr}` segment's raw text into its value
   * expression text, `!r`/`!s`/`!a` conversion code, optional format spec
   * (always scanned as f-string-style content — even inside a t-string,
   * CPython represents an interpolation's format spec as a `JoinedStr`,
   * since formatting still goes through `str.format`-style rules), and —
   * for a self-documenting `{expr=}` segment (PEP 501/572, e.g. `f"{x=}"`)
   * — the literal text to render as a `Constant` immediately before the
   * field.
   *
   * Self-documenting detection runs last, on whatever text remains after
   * conversion/format-spec stripping, since the `=` marker always sits at
   * the very end of the value expression (`{x=}`, `{x=!r}`, `{x=:>10}`).
   * It's recognized only when the trailing (whitespace-trimmed) `=` isn't
   * actually the tail of `==`/`!=`/`<=`/`>=`/`:=`, so comparisons and
   * walrus assignments aren't misdetected. When recognized and no
   * conversion was explicitly given, the conversion defaults to `114`
   * (`!r`) — but only when there's also no format spec, matching CPython
   * (`f"{x=}"` is `!r`, but `f"{x=:>10}"` stays unconverted).
   *
   * Shared by {@link buildFormattedValueNodes} and
   * {@link buildInterpolationNodes}, which differ only in the node type
   * they wrap the value expression in.
   * @param exprText The raw text between the segment's braces (as returned by {@link parseExpressionInInterpolatedString}).
   * @returns The value expression text (conversion/format-spec/`=` marker stripped), the conversion code, the raw format-spec text and its `:`'s offset within `exprText` if present, and the verbatim self-documenting literal text if this is a `{expr=}` segment.
   */
  splitInterpolatedSegment(exprText) {
    let expression = exprText;
    let formatSpecText;
    let formatSpecColonOffset;
    let conversion = -1;
    const bangIndex = this.findTopLevelConversionMarker(expression);
    if (bangIndex !== -1) {
      const conversionType = expression[bangIndex + 1];
      conversion = conversionType === "r" ? 114 : conversionType === "s" ? 115 : 97;
      const rest = expression.slice(bangIndex + 2);
      expression = expression.slice(0, bangIndex);
      if (rest.startsWith(":")) {
        formatSpecColonOffset = bangIndex + 2;
        formatSpecText = rest.slice(1);
      }
    } else {
      const colonIndex = this.findTopLevelColon(expression);
      if (colonIndex !== -1) {
        formatSpecColonOffset = colonIndex;
        formatSpecText = expression.slice(colonIndex + 1);
        expression = expression.slice(0, colonIndex);
      }
    }
    let selfDocText;
    const trimmedEnd = expression.replace(/\s+$/, "");
    if (trimmedEnd.endsWith("=")) {
      const prevChar = trimmedEnd[trimmedEnd.length - 2];
      const isComparisonOrWalrus = prevChar === "=" || prevChar === "!" || prevChar === "<" || prevChar === ">" || prevChar === ":";
      if (!isComparisonOrWalrus) {
        selfDocText = expression;
        expression = expression.slice(0, trimmedEnd.length - 1);
        if (conversion === -1 && formatSpecText === void 0) {
          conversion = 114;
        }
      }
    }
    return {
      expression,
      conversion,
      formatSpecText,
      formatSpecColonOffset,
      selfDocText
    };
  }
  /**
   * Builds the real source position of a `{expr}` segment's value
   * expression (the position right after `{` plus any leading whitespace
   * within the segment text) and its format spec's `:` (if any), shared by
   * {@link buildFormattedValueNodes} and {@link buildInterpolationNodes}.
   * @param expression The value expression text (already conversion/format-spec/`=` stripped, not yet trimmed).
   * @param segStart The segment's real source position (of its opening `{`).
   * @returns The real source position of `expression`'s first non-whitespace character.
   */
  interpolationExprStart(expression, segStart) {
    const exprSegStart = this.advancePosition(segStart, "{");
    const leadingWs = expression.length - expression.trimStart().length;
    return this.advancePosition(exprSegStart, expression.slice(0, leadingWs));
  }
  /**
   * Builds the node(s) for an f-string `{expr}` segment, via
   * {@link splitInterpolatedSegment} and {@link parseExpressionFromString}:
   * normally a single-element `[FormattedValue]`, or
   * `[literalConstant, FormattedValue]` for a self-documenting `{expr=}`
   * segment.
   * @param exprText The raw text between the segment's braces (as returned by {@link parseExpressionInInterpolatedString}).
   * @param token The f-string token, used for error position.
   * @param segStart The segment's real source position (of its opening `{`).
   * @param segEnd The real source position just past the segment's closing `}`.
   * @returns The segment's node(s), in source order.
   */
  buildFormattedValueNodes(exprText, token, segStart, segEnd, isRaw) {
    const {
      expression,
      conversion,
      formatSpecText,
      formatSpecColonOffset,
      selfDocText
    } = this.splitInterpolatedSegment(exprText);
    const exprSegStart = this.advancePosition(segStart, "{");
    const valueStart = this.interpolationExprStart(expression, segStart);
    const exprAst = this.parseExpressionFromString(expression.trim(), token);
    this.shiftToSourcePosition(exprAst, valueStart);
    let formatSpec;
    if (formatSpecText !== void 0 && formatSpecColonOffset !== void 0) {
      const colonPos = this.advancePosition(
        exprSegStart,
        exprText.slice(0, formatSpecColonOffset)
      );
      const specContentStart = this.advancePosition(colonPos, ":");
      formatSpec = {
        nodeType: "JoinedStr",
        values: this.scanFStringSegments(
          formatSpecText,
          token,
          specContentStart,
          isRaw
        ),
        lineno: colonPos.lineno,
        col_offset: colonPos.col_offset,
        end_lineno: segEnd.lineno,
        end_col_offset: segEnd.col_offset - 1
      };
    }
    const formattedValue = {
      nodeType: "FormattedValue",
      value: exprAst,
      conversion,
      format_spec: formatSpec,
      lineno: segStart.lineno,
      col_offset: segStart.col_offset,
      end_lineno: segEnd.lineno,
      end_col_offset: segEnd.col_offset
    };
    if (selfDocText === void 0) {
      return [formattedValue];
    }
    const selfDocEnd = this.advancePosition(exprSegStart, selfDocText);
    return [
      {
        nodeType: "Constant",
        value: selfDocText,
        lineno: exprSegStart.lineno,
        col_offset: exprSegStart.col_offset,
        end_lineno: selfDocEnd.lineno,
        end_col_offset: selfDocEnd.col_offset
      },
      formattedValue
    ];
  }
  /**
   * Builds the node(s) for a t-string `{expr}` segment, via
   * {@link splitInterpolatedSegment} and {@link parseExpressionFromString}:
   * normally a single-element `[Interpolation]`, or
   * `[literalConstant, Interpolation]` for a self-documenting `{expr=}`
   * segment. Unlike {@link buildFormattedValueNodes}, the `Interpolation`
   * also records `str`: the verbatim source text of the value expression
   * (before conversion/format-spec/`=` stripping), trimmed only of
   * trailing whitespace to match `string.templatelib.Interpolation.str` /
   * CPython's `ast` output.
   * @param exprText The raw text between the segment's braces (as returned by {@link parseExpressionInInterpolatedString}).
   * @param token The t-string token, used for error position.
   * @param segStart The segment's real source position (of its opening `{`).
   * @param segEnd The real source position just past the segment's closing `}`.
   * @returns The segment's node(s), in source order.
   */
  buildInterpolationNodes(exprText, token, segStart, segEnd, isRaw) {
    const {
      expression,
      conversion,
      formatSpecText,
      formatSpecColonOffset,
      selfDocText
    } = this.splitInterpolatedSegment(exprText);
    const exprSegStart = this.advancePosition(segStart, "{");
    const valueStart = this.interpolationExprStart(expression, segStart);
    const exprAst = this.parseExpressionFromString(expression.trim(), token);
    this.shiftToSourcePosition(exprAst, valueStart);
    let formatSpec;
    if (formatSpecText !== void 0 && formatSpecColonOffset !== void 0) {
      const colonPos = this.advancePosition(
        exprSegStart,
        exprText.slice(0, formatSpecColonOffset)
      );
      const specContentStart = this.advancePosition(colonPos, ":");
      formatSpec = {
        nodeType: "JoinedStr",
        values: this.scanFStringSegments(
          formatSpecText,
          token,
          specContentStart,
          isRaw
        ),
        lineno: colonPos.lineno,
        col_offset: colonPos.col_offset,
        end_lineno: segEnd.lineno,
        end_col_offset: segEnd.col_offset - 1
      };
    }
    const interpolation = {
      nodeType: "Interpolation",
      value: exprAst,
      str: expression.replace(/\s+$/, ""),
      conversion,
      format_spec: formatSpec,
      lineno: segStart.lineno,
      col_offset: segStart.col_offset,
      end_lineno: segEnd.lineno,
      end_col_offset: segEnd.col_offset
    };
    if (selfDocText === void 0) {
      return [interpolation];
    }
    const selfDocEnd = this.advancePosition(exprSegStart, selfDocText);
    return [
      {
        nodeType: "Constant",
        value: selfDocText,
        lineno: exprSegStart.lineno,
        col_offset: exprSegStart.col_offset,
        end_lineno: selfDocEnd.lineno,
        end_col_offset: selfDocEnd.col_offset
      },
      interpolation
    ];
  }
  /**
   * Parses a standalone expression string (an f-string/t-string
   * interpolation's expression text) using a fresh nested {@link Parser}
   * instance. Matches CPython's `yield_expr | star_expressions` grammar for
   * replacement fields: any expression that CPython's `ast.parse` would
   * reject (empty, malformed, or with trailing/leftover tokens after the
   * expression) raises here too, rather than silently degrading to a
   * placeholder node.
   * @param exprText The expression source text to parse.
   * @param token The originating f-string/t-string token, used for error position.
   * @returns The parsed expression.
   * @throws {ParseError} If `exprText` is empty or is not a complete, valid expression.
   */
  parseExpressionFromString(exprText, token) {
    if (exprText.trim() === "") {
      throw this.errorAt(
        token,
        "f-string: valid expression required before '}'"
      );
    }
    let tempParser;
    let expr;
    try {
      tempParser = new Parser(exprText);
      expr = tempParser.parseTestListWithStar();
    } catch (_error) {
      throw this.errorAt(
        token,
        "f-string: invalid syntax in interpolated expression"
      );
    }
    tempParser.match(TokenType.NEWLINE);
    if (!tempParser.isAtEnd()) {
      throw this.errorAt(
        token,
        "f-string: invalid syntax in interpolated expression"
      );
    }
    return expr;
  }
  // ==== Parser utilities ====
  /**
   * Consumes the current token if it matches any of `types`.
   * @param types Token types to accept.
   * @returns `true` (and advances) if the current token matched one of `types`; otherwise `false`.
   */
  match(...types) {
    for (const type of types) {
      if (this.check(type)) {
        this.advance();
        return true;
      }
    }
    return false;
  }
  /**
   * Reports whether the current token (comments skipped) is of `type`, without consuming it.
   * @param type Token type to test for.
   * @returns `true` if the current token matches `type`.
   */
  check(type) {
    if (this.isAtEnd()) return false;
    const token = this.peek();
    return token.type === type;
  }
  /**
   * Reports whether the token immediately after the current one is of
   * `type`, without consuming anything. Unlike {@link check}, this looks
   * at the raw next token and does not skip comments.
   * @param type Token type to test for.
   * @returns `true` if the next raw token matches `type`.
   */
  checkNext(type) {
    return this.tokens[this.current + 1].type === type;
  }
  /**
   * Reports whether the parser has consumed all tokens (reached `EOF`).
   * @returns `true` at end of input.
   */
  isAtEnd() {
    const token = this.peek();
    return token.type === TokenType.EOF;
  }
  /**
   * Returns the current token without consuming it. As a side effect,
   * any `COMMENT` tokens at the current position are skipped over and
   * buffered into {@link pendingComments} so callers never observe them
   * directly (comments are re-attached to statements elsewhere). The
   * lexer always terminates the token stream with a real `EOF` token, so
   * this comment-skipping loop always stops there and `this.current`
   * never runs past the end of {@link tokens}.
   * @returns The current non-comment token.
   */
  peek() {
    let currentIndex = this.current;
    while (this.tokens[currentIndex].type === TokenType.COMMENT) {
      const commentToken = this.tokens[currentIndex];
      const comment = {
        nodeType: "Comment",
        value: commentToken.value,
        inline: commentToken.lineno === this.lastNonCommentTokenLine,
        lineno: commentToken.lineno,
        col_offset: commentToken.col_offset,
        end_lineno: commentToken.end_lineno,
        end_col_offset: commentToken.end_col_offset
      };
      this.pendingComments.push(comment);
      currentIndex++;
      this.current = currentIndex;
    }
    return this.tokens[this.current];
  }
  /**
   * Returns the raw token immediately after the current position, without
   * skipping comments and without consuming anything.
   * @returns The next raw token.
   */
  peekNext() {
    return this.tokens[this.current + 1];
  }
  /**
   * Consumes and returns the current token, updating
   * {@link lastNonCommentTokenLine} when the consumed token isn't a
   * comment or newline (used to detect inline vs. standalone comments).
   * @returns The token that was just consumed.
   */
  advance() {
    this.current++;
    const token = this.previous();
    if (token.type !== TokenType.COMMENT && token.type !== TokenType.NEWLINE) {
      this.lastNonCommentTokenLine = token.end_lineno;
    }
    return token;
  }
  /**
   * Returns the most recently consumed token.
   * @returns The token at the position just before the current cursor.
   */
  previous() {
    return this.tokens[this.current - 1];
  }
  /**
   * Computes a compound statement's end position from its clause bodies,
   * mirroring CPython: a block's `end_lineno`/`end_col_offset` is that of
   * its own last statement, not of the `DEDENT` token that closes it (the
   * last token consumed by {@link parseSuite} is the `DEDENT`, whose own
   * position is the following line, not useful here). `groups` should be
   * passed in ascending priority order (e.g. `body` before `orelse`) —
   * the last non-empty group wins, matching which clause CPython considers
   * the statement's true tail (an `else`/`finally` clause overrides the
   * primary body).
   * @param groups Candidate statement lists, lowest priority first.
   * @returns The end position of the last statement in the highest-priority non-empty group, or of the last consumed token if every group is empty.
   */
  lastStmtEnd(...groups) {
    if (this.trailingSemicolonSuiteEnd) {
      const end = this.trailingSemicolonSuiteEnd;
      this.trailingSemicolonSuiteEnd = void 0;
      return { end_lineno: end.lineno, end_col_offset: end.col_offset };
    }
    for (let i = groups.length - 1; i >= 0; i--) {
      const group = groups[i];
      if (group && group.length > 0) {
        const last = group[group.length - 1];
        return {
          end_lineno: last.end_lineno,
          end_col_offset: last.end_col_offset
        };
      }
    }
    const token = this.previous();
    return {
      end_lineno: token.end_lineno,
      end_col_offset: token.end_col_offset
    };
  }
  /**
   * Advances a source position past `text`, accounting for any embedded
   * newlines (each resets the column to 0), used to compute real source
   * positions for pieces of an f-string/t-string's content without
   * re-scanning from the token's start each time.
   * @param pos The starting position.
   * @param text The text being "consumed" from `pos`.
   * @returns The position immediately after `text`.
   */
  advancePosition(pos, text) {
    let { lineno, col_offset } = pos;
    for (let i = 0; i < text.length; i++) {
      if (text[i] === "\n") {
        lineno++;
        col_offset = 0;
        continue;
      }
      const code = text.charCodeAt(i);
      const prevCode = i > 0 ? text.charCodeAt(i - 1) : 0;
      const isLowSurrogateOfPreviousPair = code >= 56320 && code <= 57343 && prevCode >= 55296 && prevCode <= 56319;
      if (!isLowSurrogateOfPreviousPair) {
        col_offset += utf8LengthAt(text, i);
      }
    }
    return { lineno, col_offset };
  }
  /**
   * Recursively shifts `node` and every descendant's `lineno`/`col_offset`/
   * `end_lineno`/`end_col_offset` from the local `(1, 0)`-relative
   * coordinates a nested {@link Parser} instance produces (parsing just an
   * f-string/t-string interpolation's expression text in isolation) into
   * real source coordinates anchored at `base`. Only positions on the
   * subtree's first local line have their column shifted — later lines
   * already have source-relative columns, since the interpolation's
   * expression text is a verbatim slice of the real source (same line
   * breaks), only the first line is missing `base`'s column offset.
   * @param node The subtree to shift, mutated in place.
   * @param base The real source position of the subtree's local `(1, 0)` origin.
   */
  shiftToSourcePosition(node, base) {
    if (!node || typeof node !== "object") return;
    const rec = node;
    if (typeof rec.lineno === "number") {
      if (rec.lineno === 1) {
        rec.col_offset = rec.col_offset + base.col_offset;
      }
      rec.lineno += base.lineno - 1;
    }
    if (typeof rec.end_lineno === "number") {
      if (rec.end_lineno === 1) {
        rec.end_col_offset = rec.end_col_offset + base.col_offset;
      }
      rec.end_lineno += base.lineno - 1;
    }
    for (const key of Object.keys(rec)) {
      if (key === "nodeType") continue;
      const value = rec[key];
      if (Array.isArray(value)) {
        for (const item of value) this.shiftToSourcePosition(item, base);
      } else if (value && typeof value === "object") {
        this.shiftToSourcePosition(value, base);
      }
    }
  }
  /**
   * Consumes the current token if it matches `type`, otherwise raises a syntax error.
   * @param type Expected token type.
   * @param message Error message to use if the current token doesn't match.
   * @returns The consumed token.
   * @throws {ParseError} If the current token is not of `type`.
   */
  consume(type, message) {
    if (this.check(type)) {
      return this.advance();
    }
    throw this.error(message);
  }
  /**
   * Builds a {@link ParseError} for `message`, positioned at the current token.
   * @param message Description of the syntax error.
   * @returns A `ParseError` ready to be thrown, carrying the current token's source location.
   */
  error(message) {
    const token = this.peek();
    const error = new Error(
      `${message} at line ${token.lineno}, column ${token.col_offset}`
    );
    error.lineno = token.lineno;
    error.col_offset = token.col_offset;
    error.end_lineno = token.end_lineno;
    error.end_col_offset = token.end_col_offset;
    return error;
  }
  /**
   * Builds a {@link ParseError} for `message`, positioned at `token`
   * (rather than the current token — see {@link error}).
   * @param token The token whose source location the error should carry.
   * @param message Description of the syntax error.
   * @returns A `ParseError` ready to be thrown, carrying `token`'s source location.
   */
  errorAt(token, message) {
    const error = new Error(
      `${message} at line ${token.lineno}, column ${token.col_offset}`
    );
    error.lineno = token.lineno;
    error.col_offset = token.col_offset;
    error.end_lineno = token.end_lineno;
    error.end_col_offset = token.end_col_offset;
    return error;
  }
  /**
   * Recursively checks that an expression is a syntactically valid
   * assignment target (name, attribute, subscript, list/tuple of targets,
   * or a starred target), matching CPython's assignment-target rules.
   * @param expr The expression to validate as an assignment target.
   * @throws {ParseError} If `expr` (or one of its nested elements) cannot be assigned to.
   */
  validateAssignmentTarget(expr) {
    switch (expr.nodeType) {
      case "Name":
      case "Attribute":
      case "Subscript":
      case "List":
      case "Tuple":
        break;
      case "Starred":
        this.validateAssignmentTarget(expr.value);
        break;
      case "Constant":
        throw this.error(`cannot assign to literal`);
      case "BinOp":
      case "UnaryOp":
      case "Call":
      case "Compare":
        throw this.error(`cannot assign to expression`);
      default:
        throw this.error(`cannot assign to ${expr.nodeType}`);
    }
    if (expr.nodeType === "List" || expr.nodeType === "Tuple") {
      for (const elt of expr.elts) {
        this.validateAssignmentTarget(elt);
      }
    }
  }
  /**
   * Checks that an expression is a valid target for augmented assignment
   * (`+=`, `-=`, etc.), matching CPython's stricter rule: only a single
   * `Name`, `Attribute`, or `Subscript` is allowed — unlike plain
   * assignment, tuples, lists, and starred targets are rejected.
   * @param expr The expression to validate as an augmented-assignment target.
   * @throws {ParseError} If `expr` is not a `Name`, `Attribute`, or `Subscript`.
   */
  validateAugAssignTarget(expr) {
    switch (expr.nodeType) {
      case "Name":
      case "Attribute":
      case "Subscript":
        return;
      case "Tuple":
        throw this.error(
          `'tuple' is an illegal expression for augmented assignment`
        );
      case "List":
        throw this.error(
          `'list' is an illegal expression for augmented assignment`
        );
      case "Starred":
        throw this.error(
          `'starred' is an illegal expression for augmented assignment`
        );
      default:
        this.validateAssignmentTarget(expr);
    }
  }
  /**
   * Parses a `test`, or a starred expression (`*expr`) used as an element
   * of a list/tuple/call-argument context.
   * @returns The parsed expression, or a `Starred` node.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseTestOrStarred() {
    if (this.match(TokenType.STAR)) {
      const start = this.previous();
      const value = this.parseExpr();
      return {
        nodeType: "Starred",
        value,
        ctx: this.createLoad(),
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return this.parseTest();
  }
  /**
   * Parses a comma-separated list of (possibly starred) test expressions,
   * collapsing into a `Tuple` when more than one element is present
   * (trailing comma allowed). Used for expression statements and
   * assignment left-hand sides that may include starred targets.
   * @returns The single expression, or a `Tuple` node.
   * @throws {ParseError} On malformed expression syntax.
   */
  parseTestListWithStar() {
    const start = this.peek();
    const expr = this.parseTestOrStarred();
    if (this.match(TokenType.COMMA)) {
      const elts = [expr];
      while (!this.check(TokenType.NEWLINE) && !this.isAtEnd() && !this.check(TokenType.RPAR) && !this.check(TokenType.RSQB) && !this.check(TokenType.RBRACE) && !this.check(TokenType.EQUAL)) {
        elts.push(this.parseTestOrStarred());
        if (!this.match(TokenType.COMMA)) break;
      }
      return {
        nodeType: "Tuple",
        elts,
        ctx: this.createLoad(),
        lineno: start.lineno,
        col_offset: start.col_offset,
        end_lineno: this.previous().end_lineno,
        end_col_offset: this.previous().end_col_offset
      };
    }
    return expr;
  }
  // ==== Type parameter parsing ====
  /**
   * Parses an optional PEP 695 `[...]` type-parameter list on a
   * `def`/`class`/`type` statement: regular `TypeVar`s (with optional
   * `: bound` and `= default`), `*Ts` `TypeVarTuple`s, and `**P` `ParamSpec`s.
   * @returns The parsed type parameters, or an empty array if no `[` is present.
   * @throws {ParseError} On malformed type-parameter syntax.
   */
  parseTypeParams() {
    const params = [];
    if (!this.match(TokenType.LSQB)) {
      return params;
    }
    do {
      const start = this.peek();
      if (this.match(TokenType.DOUBLESTAR)) {
        const name = this.consume(
          TokenType.NAME,
          "Expected parameter name after '**'"
        ).value;
        let default_value;
        if (this.match(TokenType.EQUAL)) {
          default_value = this.parseTestOrStarred();
        }
        params.push({
          nodeType: "ParamSpec",
          name,
          default_value,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        });
      } else if (this.match(TokenType.STAR)) {
        const name = this.consume(
          TokenType.NAME,
          "Expected parameter name after '*'"
        ).value;
        let default_value;
        if (this.match(TokenType.EQUAL)) {
          default_value = this.parseTestOrStarred();
        }
        params.push({
          nodeType: "TypeVarTuple",
          name,
          default_value,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        });
      } else {
        const name = this.consume(
          TokenType.NAME,
          "Expected type parameter name"
        ).value;
        let bound;
        let default_value;
        if (this.match(TokenType.COLON)) {
          bound = this.parseTest();
        }
        if (this.match(TokenType.EQUAL)) {
          default_value = this.parseTestOrStarred();
        }
        params.push({
          nodeType: "TypeVar",
          name,
          bound,
          default_value,
          lineno: start.lineno,
          col_offset: start.col_offset,
          end_lineno: this.previous().end_lineno,
          end_col_offset: this.previous().end_col_offset
        });
      }
    } while (this.match(TokenType.COMMA));
    this.consume(TokenType.RSQB, "Expected ']' after type parameters");
    return params;
  }
}
function parse(source, options = {}) {
  const parser = new Parser(source, options);
  return parser.parse();
}
function parseFile(_filename, _options = {}) {
  throw new Error(
    "parseFile not implemented - read file content and use parse() instead"
  );
}
function literalEval(source) {
  const ast = parse(source);
  for (const stmt of ast.body) {
    if (stmt.nodeType === "Expr") {
      return evaluateLiteral(stmt.value);
    }
  }
  throw new Error("No expression found to evaluate");
}
function evaluateLiteral(node) {
  switch (node.nodeType) {
    case "Constant":
      return node.value;
    case "List":
      return node.elts.map(evaluateLiteral);
    case "Tuple":
      return node.elts.map(evaluateLiteral);
    case "Dict": {
      const result = {};
      for (let i = 0; i < node.keys.length; i++) {
        const key = node.keys[i];
        const keyValue = evaluateLiteral(key);
        const value = evaluateLiteral(node.values[i]);
        result[keyValue] = value;
      }
      return result;
    }
    case "Set":
      return new Set(node.elts.map(evaluateLiteral));
    case "UnaryOp": {
      const operand = evaluateLiteral(node.operand);
      if (node.op.nodeType === "UAdd") {
        if (operand instanceof PyComplex || typeof operand === "bigint") {
          return operand;
        }
        return +operand;
      } else if (node.op.nodeType === "USub") {
        return operand instanceof PyComplex ? new PyComplex(-operand.real, -operand.imag) : -operand;
      }
      break;
    }
    case "BinOp": {
      const left = evaluateLiteral(node.left);
      const right = evaluateLiteral(node.right);
      if (left instanceof PyComplex || right instanceof PyComplex) {
        const l = left instanceof PyComplex ? left : new PyComplex(left, 0);
        const r = right instanceof PyComplex ? right : new PyComplex(right, 0);
        if (node.op.nodeType === "Add") {
          return new PyComplex(l.real + r.real, l.imag + r.imag);
        } else if (node.op.nodeType === "Sub") {
          return new PyComplex(l.real - r.real, l.imag - r.imag);
        }
      }
      if (typeof left === "bigint" && typeof right === "bigint") {
        if (node.op.nodeType === "Add") return left + right;
        if (node.op.nodeType === "Sub") return left - right;
      } else {
        const l = Number(left);
        const r = Number(right);
        if (node.op.nodeType === "Add") return l + r;
        if (node.op.nodeType === "Sub") return l - r;
      }
      break;
    }
  }
  throw new Error(`Cannot evaluate ${node.nodeType} in literal context`);
}
function copyLocation(newNode, oldNode) {
  newNode.lineno = oldNode.lineno;
  newNode.col_offset = oldNode.col_offset;
  newNode.end_lineno = oldNode.end_lineno;
  newNode.end_col_offset = oldNode.end_col_offset;
  return newNode;
}
function fixMissingLocations(node) {
  function fix(node2, parentLineno = 1, parentColOffset = 0, parentEndLineno = 1, parentEndColOffset = 0) {
    if (!node2 || typeof node2 !== "object") return;
    if (node2.lineno === void 0 && "lineno" in node2) {
      node2.lineno = parentLineno;
    }
    if (node2.col_offset === void 0 && "col_offset" in node2) {
      node2.col_offset = parentColOffset;
    }
    if (node2.end_lineno === void 0 && "end_lineno" in node2) {
      node2.end_lineno = parentEndLineno;
    }
    if (node2.end_col_offset === void 0 && "end_col_offset" in node2) {
      node2.end_col_offset = parentEndColOffset;
    }
    for (const [, value] of Object.entries(node2)) {
      if (Array.isArray(value)) {
        for (const item of value) {
          fix(
            item,
            node2.lineno || parentLineno,
            node2.col_offset || parentColOffset,
            node2.end_lineno || parentEndLineno,
            node2.end_col_offset || parentEndColOffset
          );
        }
      } else if (value && typeof value === "object" && "nodeType" in value) {
        fix(
          value,
          node2.lineno || parentLineno,
          node2.col_offset || parentColOffset,
          node2.end_lineno || parentEndLineno,
          node2.end_col_offset || parentEndColOffset
        );
      }
    }
  }
  fix(node);
  return node;
}
function incrementLineno(node, n = 1) {
  function increment(node2) {
    if (!node2 || typeof node2 !== "object") return;
    if (typeof node2.lineno === "number") {
      node2.lineno += n;
    }
    if (typeof node2.end_lineno === "number") {
      node2.end_lineno += n;
    }
    for (const [, value] of Object.entries(node2)) {
      if (Array.isArray(value)) {
        for (const item of value) {
          increment(item);
        }
      } else if (value && typeof value === "object") {
        increment(value);
      }
    }
  }
  increment(node);
  return node;
}

function walk(node) {
  function* walkNode(current) {
    yield current;
    for (const [key, value] of Object.entries(current)) {
      if (key === "nodeType") continue;
      if (Array.isArray(value)) {
        for (const item of value) {
          if (item && typeof item === "object" && "nodeType" in item) {
            yield* walkNode(item);
          }
        }
      } else if (value && typeof value === "object" && "nodeType" in value) {
        yield* walkNode(value);
      }
    }
  }
  return walkNode(node);
}
class NodeVisitor {
  /**
   * Dispatches a node to its specific `visit<NodeType>`/`visit_<NodeType>`
   * method if one is defined on the instance, falling back to
   * {@link NodeVisitor.genericVisit} otherwise.
   *
   * @param node - The AST node to visit.
   * @returns Whatever the matched visitor method (or `genericVisit`)
   * returns; the base implementation imposes no fixed return type since
   * subclasses may return arbitrary values from their visit methods.
   */
  // biome-ignore lint/suspicious/noExplicitAny: Visitor pattern requires dynamic return types
  visit(node) {
    const methodName = `visit${node.nodeType}`;
    const methodNameUnderscore = `visit_${node.nodeType}`;
    const method = (
      // biome-ignore lint/suspicious/noExplicitAny: Dynamic method lookup requires any
      this[methodName] || this[methodNameUnderscore]
    );
    if (method && typeof method === "function") {
      return method.call(this, node);
    } else {
      return this.genericVisit(node);
    }
  }
  /**
   * Default visit behavior used when a subclass has not defined a
   * `visit<NodeType>`/`visit_<NodeType>` method for `node`'s type: it
   * recurses into each child node (found by scanning own properties for
   * arrays/objects that look like AST nodes) by calling
   * {@link NodeVisitor.visit} on them, without collecting or returning any
   * results.
   *
   * @param node - The AST node whose children should be visited.
   */
  genericVisit(node) {
    for (const [key, value] of Object.entries(node)) {
      if (key === "nodeType") continue;
      if (Array.isArray(value)) {
        for (const item of value) {
          if (item && typeof item === "object" && "nodeType" in item) {
            this.visit(item);
          }
        }
      } else if (value && typeof value === "object" && "nodeType" in value) {
        this.visit(value);
      }
    }
  }
}
class NodeTransformer extends (/* unused pure expression or super */ null && (NodeVisitor)) {
  /**
   * Default transform behavior used when a subclass has not defined a
   * `visit<NodeType>`/`visit_<NodeType>` method for `node`'s type: it
   * shallow-clones `node` and replaces each child (found by scanning own
   * properties for arrays/objects that look like AST nodes) with the
   * result of visiting it via {@link NodeVisitor.visit}. Array children
   * whose visited result is itself an array are spliced in flattened;
   * `null`/`undefined` results are dropped from arrays.
   *
   * @param node - The AST node to clone and transform.
   * @returns A new node of the same shape as `node` with its children
   * replaced by their transformed results.
   */
  genericVisit(node) {
    const newNode = { ...node };
    for (const [key, value] of Object.entries(node)) {
      if (key === "nodeType") continue;
      if (Array.isArray(value)) {
        const newArray = [];
        for (const item of value) {
          if (item && typeof item === "object" && "nodeType" in item) {
            const result = this.visit(item);
            if (result !== null && result !== void 0) {
              if (Array.isArray(result)) {
                newArray.push(...result);
              } else {
                newArray.push(result);
              }
            }
          } else {
            newArray.push(item);
          }
        }
        newNode[key] = newArray;
      } else if (value && typeof value === "object" && "nodeType" in value) {
        const result = this.visit(value);
        newNode[key] = result;
      }
    }
    return newNode;
  }
}

function detectIndentStyle(node) {
  let detectedIndent = "    ";
  function traverse(n) {
    if (!n || typeof n !== "object") return;
    if (n.nodeType === "FunctionDef" || n.nodeType === "AsyncFunctionDef" || n.nodeType === "ClassDef" || n.nodeType === "If" || n.nodeType === "For" || n.nodeType === "While" || n.nodeType === "With" || n.nodeType === "Try") {
      if (n.body && Array.isArray(n.body) && n.body.length > 0) {
        const firstBodyStmt = n.body[0];
        if (firstBodyStmt && typeof firstBodyStmt.col_offset === "number" && typeof n.col_offset === "number") {
          const indentSize = firstBodyStmt.col_offset - n.col_offset;
          if (indentSize > 0 && indentSize <= 8) {
            if (indentSize === 1) {
              detectedIndent = "	";
            } else {
              detectedIndent = " ".repeat(indentSize);
            }
            return;
          }
        }
      }
    }
    for (const value of Object.values(n)) {
      if (Array.isArray(value)) {
        value.forEach(traverse);
      } else if (value && typeof value === "object") {
        traverse(value);
      }
    }
  }
  traverse(node);
  return detectedIndent;
}
function unparse(node, options = {}) {
  const detectedIndent = options.indent || detectIndentStyle(node);
  const context = {
    precedence: 0 /* TUPLE */,
    source: [],
    indent: 0,
    indentString: detectedIndent,
    isFirstStatement: true
  };
  const unparser = new Unparser(context);
  unparser.visit(node);
  return context.source.join("");
}
class Unparser extends NodeVisitor {
  /**
   * @param context - Shared mutable state (output buffer, indentation,
   *   current precedence) that all `visit_*` methods read from and write to.
   */
  constructor(context) {
    super();
    this.context = context;
  }
  /**
   * Dispatches to the matching `visit_<NodeType>` method (via the base
   * {@link NodeVisitor}), then appends any trailing inline comment attached
   * to the node. Statement nodes may carry an `inlineComment` produced by
   * the parser for `# comment` text following them on the same line.
   *
   * @param node - The AST node to render.
   * @returns Whatever the underlying `visit_*` method returns (unused by
   *   callers here; typed `any` to satisfy the base visitor's signature).
   */
  // biome-ignore lint/suspicious/noExplicitAny: Visitor pattern requires dynamic return types
  visit(node) {
    const result = super.visit(node);
    if ("inlineComment" in node && node.inlineComment) {
      this.write("  ", node.inlineComment.value);
    }
    return result;
  }
  /**
   * Appends raw text fragments to the output buffer without any newline or
   * indentation handling.
   *
   * @param text - One or more text fragments to append in order.
   */
  write(...text) {
    this.context.source.push(...text);
  }
  /**
   * Starts a new statement line: indents to the current block depth and
   * writes `text`. The very first statement of the whole output is written
   * without a leading newline (tracked via `isFirstStatement`); every
   * subsequent call prefixes a `"\n"` before indenting. The very first
   * `fill()` call of a run always happens at `indent === 0` — every
   * `visit_*` for a compound statement calls `fill()` for its own header
   * line before incrementing `context.indent` — so the first call never
   * needs indentation of its own.
   *
   * @param text - Text to write at the start of the new line (defaults to
   *   empty, e.g. when the statement itself will `visit()` its content).
   */
  fill(text = "") {
    if (this.context.isFirstStatement) {
      this.context.isFirstStatement = false;
      this.write(text);
    } else {
      this.write(
        "\n",
        this.context.indentString.repeat(this.context.indent),
        text
      );
    }
  }
  /**
   * Renders each item of `seq` via `f`, writing `inter` between consecutive
   * items (but not before the first or after the last) — mirrors Python's
   * `str.join` for sequences of AST nodes.
   *
   * @param inter - Separator text written between items.
   * @param f - Callback that renders a single item.
   * @param seq - Items to render.
   */
  interleave(inter, f, seq) {
    for (let i = 0; i < seq.length; i++) {
      if (i > 0) {
        this.write(inter);
      }
      f(seq[i]);
    }
  }
  /**
   * Visits `node` with `precedence` temporarily installed as the ambient
   * minimum precedence, restoring the previous value afterward. Used by
   * operator visitors to tell the child expression what precedence context
   * it is being rendered in, so the child can decide (via
   * {@link requireParens}) whether it needs its own parentheses.
   *
   * @param precedence - Precedence level of the enclosing operator.
   * @param node - Child expression to render under that precedence.
   */
  withPrecedence(precedence, node) {
    const oldPrecedence = this.context.precedence;
    this.context.precedence = precedence;
    this.visit(node);
    this.context.precedence = oldPrecedence;
  }
  /**
   * Decides whether `node` must be parenthesized to be rendered correctly
   * at a context requiring at least `precedence` binding power — true when
   * the node's own precedence is strictly lower.
   *
   * @param precedence - Minimum precedence required by the surrounding
   *   expression.
   * @param node - Candidate child expression.
   * @returns `true` if parentheses are required around `node`.
   */
  requireParens(precedence, node) {
    return this.getPrecedence(node) < precedence;
  }
  /**
   * Looks up the {@link Precedence} of an expression node's operator/form.
   * Nodes with no meaningful operator precedence (literals, calls,
   * subscripts, etc.) are treated as {@link Precedence.ATOM}, the tightest
   * level, so they never need parenthesization on their own account.
   *
   * @param node - Expression node to classify.
   * @returns The node's binding precedence.
   */
  getPrecedence(node) {
    switch (node.nodeType) {
      case "Tuple":
        return 16 /* ATOM */;
      case "Yield":
      case "YieldFrom":
        return 1 /* YIELD */;
      case "IfExp":
      case "NamedExpr":
      case "Lambda":
        return 2 /* TEST */;
      case "BoolOp":
        return node.op.nodeType === "Or" ? 3 /* OR */ : 4 /* AND */;
      case "UnaryOp":
        return node.op.nodeType === "Not" ? 5 /* NOT */ : 13 /* FACTOR */;
      case "Compare":
        return 6 /* CMP */;
      case "BinOp":
        return this.getBinOpPrecedence(node.op);
      case "Await":
        return 15 /* AWAIT */;
      default:
        return 16 /* ATOM */;
    }
  }
  /**
   * Maps a binary `OperatorNode` to its {@link Precedence} level, following
   * Python's operator precedence table (bitwise OR lowest, power highest
   * among binary operators).
   *
   * @param op - The binary operator node.
   * @returns The operator's binding precedence.
   */
  getBinOpPrecedence(op) {
    switch (op.nodeType) {
      case "BitOr":
        return 7 /* BOR */;
      case "BitXor":
        return 8 /* BXOR */;
      case "BitAnd":
        return 9 /* BAND */;
      case "LShift":
      case "RShift":
        return 10 /* SHIFT */;
      case "Add":
      case "Sub":
        return 11 /* ARITH */;
      case "Mult":
      case "MatMult":
      case "Div":
      case "Mod":
      case "FloorDiv":
        return 12 /* TERM */;
      case "Pow":
        return 14 /* POWER */;
    }
  }
  // Module visitors
  /** Renders a `Module` node: each top-level statement, in order. */
  visit_Module(node) {
    for (const stmt of node.body) {
      this.visit(stmt);
    }
  }
  /** Renders an `Interactive` node (REPL-style statement list). */
  visit_Interactive(node) {
    for (const stmt of node.body) {
      this.visit(stmt);
    }
  }
  /** Renders an `Expression` node (a bare expression used as `eval` input). */
  visit_Expression(node) {
    this.visit(node.body);
  }
  /**
   * Writes each decorator in `decorators` on its own `@decorator` line
   * immediately above the following `def`/`class`.
   *
   * @param decorators - Decorator expressions, outermost first.
   */
  writeDecorators(decorators) {
    for (const decorator of decorators) {
      this.fill("@");
      this.visit(decorator);
    }
  }
  /**
   * Determines the opening/closing quote text for an f-string/t-string,
   * preserving the original quote style (including prefix casing and
   * triple-quotes) captured on `node.quote_style` when available, so
   * round-tripped literals don't silently change from `f'...'` to `f"..."`
   * or vice versa.
   *
   * @param node - The `JoinedStr` (f-string) or `TemplateStr` (t-string) node.
   * @param defaultPrefix - The prefix to fall back to when no quote style was recorded (`f"` or `t"`).
   * @returns A tuple of `[openingDelimiter, closingQuote]`, e.g. `['f"', '"']`.
   */
  chooseInterpolatedStringQuotes(node, defaultPrefix) {
    const recordedStyle = node.quote_style;
    if (recordedStyle !== void 0) {
      const prefixMatch = recordedStyle.match(/^([fFrRbBuUtT]*)(.*)/);
      const quote = prefixMatch[2];
      return [recordedStyle, quote];
    }
    return [defaultPrefix, '"'];
  }
  // Statement visitors
  /** Renders a `def` statement: decorators, signature, and indented body. */
  visit_FunctionDef(node) {
    this.writeDecorators(node.decorator_list);
    this.fill("def ");
    this.write(node.name);
    this.writeTypeParams(node.type_params);
    this.write("(");
    this.visit_arguments(node.args);
    this.write(")");
    if (node.returns) {
      this.write(" -> ");
      this.visit(node.returns);
    }
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
  }
  /** Renders a `class` statement: decorators, name, bases/keywords, and indented body. */
  visit_ClassDef(node) {
    this.writeDecorators(node.decorator_list);
    this.fill("class ");
    this.write(node.name);
    this.writeTypeParams(node.type_params);
    if (node.bases.length > 0 || node.keywords.length > 0) {
      this.write("(");
      this.interleave(", ", (base) => this.visit(base), node.bases);
      if (node.bases.length > 0 && node.keywords.length > 0) {
        this.write(", ");
      }
      this.interleave(", ", (kw) => this.visit(kw), node.keywords);
      this.write(")");
    }
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
  }
  /** Renders a `return` statement, with or without a return value. */
  visit_Return(node) {
    this.fill("return");
    if (node.value) {
      this.write(" ");
      this.visit(node.value);
    }
  }
  /**
   * Renders an assignment statement (`a = b = value`). Also re-emits any
   * standalone/inline comments recorded on `expressionComments` that
   * weren't already handled via `inlineComment`, so comments attached
   * around a multi-target or wrapped assignment aren't dropped.
   */
  visit_Assign(node) {
    this.fill();
    this.interleave(" = ", (target) => this.visit(target), node.targets);
    this.write(" = ");
    this.visit(node.value);
    const assignNode = node;
    if (assignNode.expressionComments) {
      const inlineCommentValue = assignNode.inlineComment?.value;
      const additionalComments = assignNode.expressionComments.filter(
        (comment) => comment.value !== inlineCommentValue
      );
      for (const comment of additionalComments) {
        if (comment.inline) {
          this.write("  ", comment.value);
        } else {
          this.write("\n", comment.value);
        }
      }
    }
  }
  /** Renders an augmented assignment statement (`a += value`, `a **= value`, ...). */
  visit_AugAssign(node) {
    this.fill();
    this.visit(node.target);
    this.write(" ", this.getAugAssignOp(node.op), " ");
    this.visit(node.value);
  }
  /**
   * Maps an `OperatorNode` to its augmented-assignment spelling (`+=`, `**=`, ...).
   *
   * @param op - The operator node.
   * @returns The augmented-assignment operator text.
   */
  getAugAssignOp(op) {
    switch (op.nodeType) {
      case "Add":
        return "+=";
      case "Sub":
        return "-=";
      case "Mult":
        return "*=";
      case "MatMult":
        return "@=";
      case "Div":
        return "/=";
      case "Mod":
        return "%=";
      case "Pow":
        return "**=";
      case "LShift":
        return "<<=";
      case "RShift":
        return ">>=";
      case "BitOr":
        return "|=";
      case "BitXor":
        return "^=";
      case "BitAnd":
        return "&=";
      case "FloorDiv":
        return "//=";
    }
  }
  /** Renders a `for target in iter:` loop, including an optional `else:` clause. */
  visit_For(node) {
    this.fill("for ");
    this.visit(node.target);
    this.write(" in ");
    this.visit(node.iter);
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
    if (node.orelse.length > 0) {
      this.fill("else:");
      this.context.indent++;
      for (const stmt of node.orelse) {
        this.visit(stmt);
      }
      this.context.indent--;
    }
  }
  /** Renders a `while test:` loop, including an optional `else:` clause. */
  visit_While(node) {
    this.fill("while ");
    this.visit(node.test);
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
    if (node.orelse.length > 0) {
      this.fill("else:");
      this.context.indent++;
      for (const stmt of node.orelse) {
        this.visit(stmt);
      }
      this.context.indent--;
    }
  }
  /**
   * Renders an `if` statement. When `orelse` is exactly a single nested
   * `If` node, it is collapsed into an `elif` clause rather than a nested
   * `else:\n    if ...:`, matching idiomatic Python source. This collapsing
   * is only applied one level deep: a further `elif` chained off that first
   * `elif`'s own `orelse` is rendered as a nested `else:`/`if` block instead
   * of a second `elif`.
   */
  visit_If(node) {
    this.fill("if ");
    this.visit(node.test);
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
    if (node.orelse.length > 0) {
      if (node.orelse.length === 1 && node.orelse[0].nodeType === "If") {
        this.fill("elif ");
        const elifNode = node.orelse[0];
        this.visit(elifNode.test);
        this.write(":");
        this.context.indent++;
        for (const stmt of elifNode.body) {
          this.visit(stmt);
        }
        this.context.indent--;
        if (elifNode.orelse.length > 0) {
          this.fill("else:");
          this.context.indent++;
          for (const stmt of elifNode.orelse) {
            this.visit(stmt);
          }
          this.context.indent--;
        }
      } else {
        this.fill("else:");
        this.context.indent++;
        for (const stmt of node.orelse) {
          this.visit(stmt);
        }
        this.context.indent--;
      }
    }
  }
  /** Renders a `pass` statement. */
  visit_Pass(_node) {
    this.fill("pass");
  }
  /** Renders a `break` statement. */
  visit_Break(_node) {
    this.fill("break");
  }
  /** Renders a `continue` statement. */
  visit_Continue(_node) {
    this.fill("continue");
  }
  /**
   * Renders a standalone `Comment` pseudo-statement (`# ...` text tracked
   * by the parser as its own node, distinct from the `inlineComment`
   * attached to other statements). Inline comments append to the current
   * line; standalone ones start a new indented line.
   */
  visit_Comment(node) {
    if (node.inline) {
      this.write("  ", node.value);
    } else {
      this.fill(node.value);
    }
  }
  /** Renders a `del target, ...` statement. */
  visit_Delete(node) {
    this.fill("del ");
    this.interleave(", ", (target) => this.visit(target), node.targets);
  }
  /** Renders a `nonlocal name, ...` statement. */
  visit_Nonlocal(node) {
    this.fill("nonlocal ");
    this.interleave(", ", (name) => this.write(name), node.names);
  }
  /** Renders a PEP 695 `type Name[params] = value` alias statement. */
  visit_TypeAlias(node) {
    this.fill("type ");
    this.visit(node.name);
    if (node.type_params.length > 0) {
      this.write("[");
      this.interleave(", ", (param) => this.visit(param), node.type_params);
      this.write("]");
    }
    this.write(" = ");
    this.visit(node.value);
  }
  /** Renders a `match subject:` statement with its indented `case` blocks. */
  visit_Match(node) {
    this.fill("match ");
    this.visit(node.subject);
    this.write(":");
    this.context.indent++;
    for (const case_ of node.cases) {
      this.visit(case_);
    }
    this.context.indent--;
  }
  /** Renders one `case pattern [if guard]:` clause of a `match` statement. */
  visit_MatchCase(node) {
    this.fill("case ");
    this.visit(node.pattern);
    if (node.guard) {
      this.write(" if ");
      this.visit(node.guard);
    }
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
  }
  /** Renders an expression-statement (an expression evaluated for its side effects). */
  visit_Expr(node) {
    this.fill();
    if (node.value.nodeType === "NamedExpr") {
      this.write("(");
      this.visit(node.value);
      this.write(")");
      return;
    }
    this.visit(node.value);
  }
  /**
   * Renders an `import module [as alias], ...` statement, prefixed with
   * `lazy` when `node.is_lazy` is set (PEP 810, Python 3.15+).
   */
  visit_Import(node) {
    this.fill(node.is_lazy ? "lazy import " : "import ");
    this.interleave(", ", (alias) => this.visit(alias), node.names);
  }
  /**
   * Renders a `from module import name, ...` statement, including relative
   * import dots for `node.level` (e.g. `level: 2` -> `from ..module import ...`)
   * and a `lazy` prefix when `node.is_lazy` is set (PEP 810, Python 3.15+).
   */
  visit_ImportFrom(node) {
    this.fill(node.is_lazy ? "lazy from " : "from ");
    if (node.level && node.level > 0) {
      this.write(".".repeat(node.level));
    }
    if (node.module) {
      this.write(node.module);
    }
    this.write(" import ");
    this.interleave(", ", (alias) => this.visit(alias), node.names);
  }
  /** Renders a `global name, ...` statement. */
  visit_Global(node) {
    this.fill("global ");
    this.interleave(", ", (name) => this.write(name), node.names);
  }
  /** Renders a `raise [exc [from cause]]` statement. */
  visit_Raise(node) {
    this.fill("raise");
    if (node.exc) {
      this.write(" ");
      this.visit(node.exc);
      if (node.cause) {
        this.write(" from ");
        this.visit(node.cause);
      }
    }
  }
  /** Renders a `try:` statement with its `except`, `else:`, and `finally:` clauses. */
  visit_Try(node) {
    this.fill("try:");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
    for (const handler of node.handlers) {
      this.visit(handler);
    }
    if (node.orelse.length > 0) {
      this.fill("else:");
      this.context.indent++;
      for (const stmt of node.orelse) {
        this.visit(stmt);
      }
      this.context.indent--;
    }
    if (node.finalbody.length > 0) {
      this.fill("finally:");
      this.context.indent++;
      for (const stmt of node.finalbody) {
        this.visit(stmt);
      }
      this.context.indent--;
    }
  }
  /**
   * Renders a `try:` statement using PEP 654 `except*` exception-group
   * handlers, rather than delegating to `visit_ExceptHandler` (which emits
   * plain `except`), since `TryStar` handlers always use the `except*` form.
   */
  visit_TryStar(node) {
    this.fill("try:");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
    for (const handler of node.handlers) {
      this.fill("except*");
      if (handler.type) {
        this.write(" ");
        this.visit(handler.type);
        if (handler.name) {
          this.write(" as ");
          this.write(handler.name);
        }
      }
      this.write(":");
      this.context.indent++;
      for (const stmt of handler.body) {
        this.visit(stmt);
      }
      this.context.indent--;
    }
    if (node.orelse.length > 0) {
      this.fill("else:");
      this.context.indent++;
      for (const stmt of node.orelse) {
        this.visit(stmt);
      }
      this.context.indent--;
    }
    if (node.finalbody.length > 0) {
      this.fill("finally:");
      this.context.indent++;
      for (const stmt of node.finalbody) {
        this.visit(stmt);
      }
      this.context.indent--;
    }
  }
  /** Renders an `assert test[, msg]` statement. */
  visit_Assert(node) {
    this.fill("assert ");
    this.visit(node.test);
    if (node.msg) {
      this.write(", ");
      this.visit(node.msg);
    }
  }
  /** Renders a `with item, ...:` statement and its indented body. */
  visit_With(node) {
    this.fill("with ");
    this.interleave(", ", (item) => this.visit(item), node.items);
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
  }
  /** Renders an `async with item, ...:` statement and its indented body. */
  visit_AsyncWith(node) {
    this.fill("async with ");
    this.interleave(", ", (item) => this.visit(item), node.items);
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
  }
  /** Renders an `async for target in iter:` loop, including an optional `else:` clause. */
  visit_AsyncFor(node) {
    this.fill("async for ");
    this.visit(node.target);
    this.write(" in ");
    this.visit(node.iter);
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
    if (node.orelse.length > 0) {
      this.fill("else:");
      this.context.indent++;
      for (const stmt of node.orelse) {
        this.visit(stmt);
      }
      this.context.indent--;
    }
  }
  /** Renders an `async def` statement: decorators, signature, and indented body. */
  visit_AsyncFunctionDef(node) {
    this.writeDecorators(node.decorator_list);
    this.fill("async def ");
    this.write(node.name);
    this.writeTypeParams(node.type_params);
    this.write("(");
    this.visit_arguments(node.args);
    this.write(")");
    if (node.returns) {
      this.write(" -> ");
      this.visit(node.returns);
    }
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
  }
  /** Renders an annotated assignment (`target: annotation[ = value]`). */
  visit_AnnAssign(node) {
    this.fill();
    this.visit(node.target);
    this.write(": ");
    this.visit(node.annotation);
    if (node.value) {
      this.write(" = ");
      this.visit(node.value);
    }
  }
  // Expression visitors
  /**
   * Renders a binary operator expression (`left op right`), parenthesizing
   * either operand as needed to preserve evaluation order. Parenthesization
   * of the whole `BinOp` expression itself (relative to whatever contains
   * it) is decided by the caller, via `leftNeedsParens`/`rightNeedsParens`
   * at its own parent's call site. The operand on the "non-associative"
   * side gets extra scrutiny: for a left-associative operator, a
   * right-hand child of *equal* precedence still needs parens (`a - (b -
   * c)` is not the same as `a - b - c`); for the right-associative `**`
   * operator it's the left-hand child that needs parens at equal
   * precedence instead (`(2 ** 3) ** 2` is not the same as `2 ** 3 ** 2`).
   */
  visit_BinOp(node) {
    const precedence = this.getBinOpPrecedence(node.op);
    const leftNeedsParens = this.requireParens(precedence, node.left) || this.getPrecedence(node.left) === precedence && !this.isLeftAssociative(node.op);
    if (leftNeedsParens) this.write("(");
    this.withPrecedence(precedence, node.left);
    if (leftNeedsParens) this.write(")");
    this.write(" ", this.getBinOpSymbol(node.op), " ");
    const rightNeedsParens = this.requireParens(precedence, node.right) || this.getPrecedence(node.right) === precedence && this.isLeftAssociative(node.op);
    if (rightNeedsParens) this.write("(");
    this.withPrecedence(precedence, node.right);
    if (rightNeedsParens) this.write(")");
  }
  /**
   * Reports whether a binary operator is left-associative in Python.
   * All binary operators are left-associative except `**` (power), which
   * is right-associative (`2 ** 3 ** 2 == 2 ** (3 ** 2)`).
   *
   * @param op - The binary operator node.
   * @returns `true` unless `op` is `Pow`.
   */
  isLeftAssociative(op) {
    return op.nodeType !== "Pow";
  }
  /**
   * Maps a binary `OperatorNode` to its source symbol (`+`, `**`, `//`, ...).
   *
   * @param op - The binary operator node.
   * @returns The operator's source text.
   */
  getBinOpSymbol(op) {
    switch (op.nodeType) {
      case "Add":
        return "+";
      case "Sub":
        return "-";
      case "Mult":
        return "*";
      case "MatMult":
        return "@";
      case "Div":
        return "/";
      case "Mod":
        return "%";
      case "Pow":
        return "**";
      case "LShift":
        return "<<";
      case "RShift":
        return ">>";
      case "BitOr":
        return "|";
      case "BitXor":
        return "^";
      case "BitAnd":
        return "&";
      case "FloorDiv":
        return "//";
    }
  }
  /**
   * Renders a unary operator expression (`-x`, `~x`, `not x`, `+x`).
   * `not` is written with a trailing space (word operator); the symbolic
   * operators (`-`, `~`, `+`) are written flush against the operand.
   *
   * Doesn't parenthesize itself based on the ambient `this.context.precedence`
   * — like `visit_BinOp`, it only wraps its own operand, and relies on the
   * caller (`visitParenthesizedIfNeeded`/`withPrecedence` at the point this
   * node is visited as someone else's child) to wrap the whole node when the
   * surrounding context needs it, using `getPrecedence`'s per-operator-kind
   * value (`NOT` for `not`, `FACTOR` for `-`/`~`/`+`).
   */
  visit_UnaryOp(node) {
    const operandPrecedence = node.op.nodeType === "Not" ? 5 /* NOT */ : 13 /* FACTOR */;
    this.write(this.getUnaryOpSymbol(node.op));
    if (node.op.nodeType === "Not") this.write(" ");
    this.visitParenthesizedIfNeeded(operandPrecedence, node.operand);
  }
  /**
   * Maps a `UnaryOpNode` to its source symbol/keyword (`~`, `not`, `+`, `-`).
   *
   * @param op - The unary operator node.
   * @returns The operator's source text.
   */
  getUnaryOpSymbol(op) {
    switch (op.nodeType) {
      case "Invert":
        return "~";
      case "Not":
        return "not";
      case "UAdd":
        return "+";
      case "USub":
        return "-";
    }
  }
  /**
   * Renders a boolean operator expression, joining `values` with
   * `" and "`/`" or "`. An operand that is itself a `BoolOp` with the
   * *same* operator always gets explicit parens, even though flattening
   * it would be semantically equivalent (`and`/`or` are associative) —
   * `values` is a flat n-ary list, so without parens a nested same-op
   * `BoolOp` and a naturally-flat chain unparse identically and can't be
   * told apart on re-parse. Matches CPython's own `ast.unparse`, which
   * makes the same choice to preserve the original tree shape.
   */
  visit_BoolOp(node) {
    const precedence = node.op.nodeType === "Or" ? 3 /* OR */ : 4 /* AND */;
    const opSymbol = node.op.nodeType === "Or" ? " or " : " and ";
    this.interleave(
      opSymbol,
      (value) => {
        const needsParens = value.nodeType === "BoolOp" && value.op.nodeType === node.op.nodeType;
        if (needsParens) {
          this.write("(");
          this.visit(value);
          this.write(")");
        } else {
          this.visitParenthesizedIfNeeded(precedence, value);
        }
      },
      node.values
    );
  }
  /**
   * Renders a chained comparison expression (`left op1 c1 op2 c2 ...`).
   * Each operand is rendered at `Precedence.EXPR` (CPython's grammar:
   * `comparison: bitor_expr (comp_op bitor_expr)*`), one level tighter
   * than `Precedence.CMP` itself — comparisons aren't associative the way
   * left-associative `BinOp`s are, so a `Compare` operand (equal
   * precedence to the enclosing one) always needs parens to keep
   * `(a == b) != c` from rendering as the chained `a == b != c`, which
   * means something different.
   */
  visit_Compare(node) {
    const precedence = 7 /* EXPR */;
    this.visitParenthesizedIfNeeded(precedence, node.left);
    for (let i = 0; i < node.ops.length; i++) {
      this.write(" ", this.getCmpOpSymbol(node.ops[i]), " ");
      this.visitParenthesizedIfNeeded(precedence, node.comparators[i]);
    }
  }
  /**
   * Renders `node` under `precedence`, wrapping it in parentheses first if
   * its own precedence is too low to appear unparenthesized there. Used by
   * visitors (`BoolOp`, `Compare`) whose grammar productions don't already
   * bind tighter than every lower-precedence child on their own (unlike
   * `BinOp`/`UnaryOp`, which parenthesize inline as they render each side).
   *
   * @param precedence - Minimum precedence required by the surrounding
   *   expression.
   * @param node - Child expression to render.
   */
  visitParenthesizedIfNeeded(precedence, node) {
    const needsParens = this.requireParens(precedence, node);
    if (needsParens) this.write("(");
    this.withPrecedence(precedence, node);
    if (needsParens) this.write(")");
  }
  /**
   * Renders `node` as the base of a postfix trailer (`base(...)`,
   * `base.attr`, `base[...]`), parenthesizing it if it isn't already an
   * atom — e.g. a `Lambda`, `IfExp`, or `NamedExpr` used as a call target
   * (`(lambda x: x)(1)`) would otherwise merge into the trailer and change
   * meaning (`lambda x: x(1)`).
   *
   * @param node - The expression the trailer is applied to.
   */
  visitAtomBase(node) {
    this.visitParenthesizedIfNeeded(16 /* ATOM */, node);
  }
  /** Renders a walrus/named expression (`target := value`). */
  visit_NamedExpr(node) {
    this.visit(node.target);
    this.write(" := ");
    this.visit(node.value);
  }
  /** Renders a `lambda [params]: body` expression. */
  /**
   * Renders a `lambda` expression. The body is rendered at
   * `Precedence.TEST`: CPython's grammar (`lambdef: 'lambda' [params] ':'
   * test`) excludes a bare `yield`/`yield from` there (`YIELD` is one
   * level looser) — `lambda: yield x` is a syntax error, it must be
   * `lambda: (yield x)`.
   */
  visit_Lambda(node) {
    this.write("lambda");
    if (node.args.args.length > 0 || node.args.vararg || node.args.kwarg || node.args.kwonlyargs.length > 0) {
      this.write(" ");
      this.visit_arguments(node.args);
    }
    this.write(": ");
    this.visitParenthesizedIfNeeded(2 /* TEST */, node.body);
  }
  /**
   * Renders a conditional expression (`body if test else orelse`).
   * CPython's grammar (`test: or_test ['if' or_test 'else' test]`)
   * restricts both the `body` and `test` slots to `or_test` — a bare
   * nested ternary, `lambda`, or `NamedExpr` (all `Precedence.TEST`,
   * CPython's `namedexpr_test`/`test`) is a syntax error unparenthesized
   * in either slot (`(a if b else c) if d else e` needs its parens, and
   * `x if y := 1 else z` is a `SyntaxError` outright). `orelse` has no
   * such restriction — it's the recursive `test` itself, which is how
   * `a if b else c if d else e` chains without parens — so it's rendered
   * bare.
   */
  visit_IfExp(node) {
    this.visitParenthesizedIfNeeded(3 /* OR */, node.body);
    this.write(" if ");
    this.visitParenthesizedIfNeeded(3 /* OR */, node.test);
    this.write(" else ");
    this.withPrecedence(2 /* TEST */, node.orelse);
  }
  /** Renders an `await value` expression. */
  visit_Await(node) {
    this.write("await ");
    this.withPrecedence(15 /* AWAIT */, node.value);
  }
  /** Renders a `yield [value]` expression. */
  visit_Yield(node) {
    this.write("yield");
    if (node.value) {
      this.write(" ");
      this.visit(node.value);
    }
  }
  /** Renders a `yield from value` expression. */
  visit_YieldFrom(node) {
    this.write("yield from ");
    this.visit(node.value);
  }
  /** Renders a starred expression (`*value`), e.g. in call args or assignment targets. */
  /**
   * Renders a starred expression (`*x`). CPython's grammar restricts the
   * operand to `bitor` (`star_expr: '*' bitor`) — a bare `BoolOp`,
   * `Compare`, ternary, or `lambda` there is a syntax error unparenthesized
   * (`*a or b` doesn't parse), so it's rendered at `Precedence.EXPR`.
   */
  visit_Starred(node) {
    this.write("*");
    this.visitParenthesizedIfNeeded(7 /* EXPR */, node.value);
  }
  /** Renders a slice (`lower:upper[:step]`) used inside a `Subscript`. */
  visit_Slice(node) {
    if (node.lower) {
      this.visit(node.lower);
    }
    this.write(":");
    if (node.upper) {
      this.visit(node.upper);
    }
    if (node.step) {
      this.write(":");
      this.visit(node.step);
    }
  }
  /** Renders an f-string (`JoinedStr`), preserving its original quote style. */
  visit_JoinedStr(node) {
    const [openQuote, closeQuote] = this.chooseInterpolatedStringQuotes(
      node,
      'f"'
    );
    this.write(openQuote);
    this.writeInterpolatedStringContent(
      node.values,
      this.interpolatedStringLiteralStyle(openQuote, closeQuote)
    );
    this.write(closeQuote);
  }
  /** Renders a t-string (`TemplateStr`), preserving its original quote style. */
  visit_TemplateStr(node) {
    const [openQuote, closeQuote] = this.chooseInterpolatedStringQuotes(
      node,
      't"'
    );
    this.write(openQuote);
    this.writeInterpolatedStringContent(
      node.values,
      this.interpolatedStringLiteralStyle(openQuote, closeQuote)
    );
    this.write(closeQuote);
  }
  /**
   * Derives how an f-string/t-string's literal text segments must be
   * escaped from its chosen open/close quote text.
   * @param openQuote - The full prefix+quote text (e.g. `rf"""`).
   * @param closeQuote - Just the quote part (e.g. `"""`).
   */
  interpolatedStringLiteralStyle(openQuote, closeQuote) {
    const prefix = openQuote.slice(0, openQuote.length - closeQuote.length);
    return {
      isRaw: /r/i.test(prefix),
      isTriple: closeQuote.length === 3,
      quoteChar: closeQuote[0]
    };
  }
  /**
   * Writes the interior parts of an f-string/t-string (between the
   * quotes), handling literal text segments and
   * `{expr[!conv][:format_spec]}` replacement/interpolation fields inline.
   * Extracted from {@link visit_JoinedStr}/{@link visit_TemplateStr}
   * because nested format specs that are themselves f-strings (e.g.
   * `f"{x:{width}}"`) need their content written without an extra pair of
   * surrounding quotes.
   *
   * @param values - The `JoinedStr`/`TemplateStr` node's `values` to render.
   * @param style - The enclosing f-string/t-string's raw/triple/quote-char style, for escaping literal segments.
   */
  writeInterpolatedStringContent(values, style) {
    for (const value of values) {
      if (value.nodeType === "Constant") {
        this.write(
          this.escapeInterpolatedStringLiteral(String(value.value), style)
        );
      } else if (value.nodeType === "FormattedValue" || value.nodeType === "Interpolation") {
        this.writeReplacementField(
          value.value,
          value.conversion,
          value.format_spec,
          style
        );
      } else {
        this.visit(value);
      }
    }
  }
  /**
   * Escapes an f-string/t-string literal text segment for safe
   * re-embedding. `{`/`}` are always re-doubled to `{{`/`}}` (the parser's
   * `decodeDoubledBraces` folded them the other way when reading the
   * segment, regardless of raw-ness — braces are structurally significant
   * in every f-string), since otherwise they'd misread as a field
   * boundary. Raw literals need nothing else (their backslashes/newlines
   * are already exactly the original source text); non-raw literals go
   * through the same backslash/control-character escaping as a plain
   * string ({@link escapeString}/{@link escapeTripleQuoted}).
   */
  escapeInterpolatedStringLiteral(value, { isRaw, isTriple, quoteChar }) {
    const braceDoubled = value.replace(/\{/g, "{{").replace(/\}/g, "}}");
    if (isRaw) return braceDoubled;
    return isTriple ? this.escapeTripleQuoted(braceDoubled, quoteChar) : this.escapeString(braceDoubled, quoteChar);
  }
  /**
   * Writes a single `{expr[!conv][:format_spec]}` replacement/
   * interpolation field body (braces included). Shared by
   * {@link writeInterpolatedStringContent} (fields inline in a
   * `JoinedStr`/`TemplateStr`) and {@link visit_FormattedValue}/
   * {@link visit_Interpolation} (a field visited standalone). The
   * `conversion` field holds the ASCII code point of the conversion letter
   * (115 = `s`, 114 = `r`, 97 = `a`) as produced by CPython's `ast` module;
   * `-1` means no conversion.
   */
  writeReplacementField(value, conversion, formatSpec, style) {
    this.write("{");
    const exprStart = this.context.source.length;
    this.visit(value);
    if (this.context.source[exprStart]?.startsWith("{")) {
      this.context.source.splice(exprStart, 0, " ");
    }
    if (conversion !== -1) {
      if (conversion === 115) this.write("!s");
      else if (conversion === 114) this.write("!r");
      else if (conversion === 97) this.write("!a");
    }
    if (formatSpec) {
      this.write(":");
      if (formatSpec.nodeType === "JoinedStr") {
        this.writeInterpolatedStringContent(formatSpec.values, style);
      } else {
        this.visit(formatSpec);
      }
    }
    this.write("}");
  }
  /**
   * Renders a standalone `FormattedValue` (a `{expr[!conv][:format_spec]}`
   * replacement field visited outside of a `JoinedStr` context — not
   * something the parser ever produces, only a hand-built AST). Assumes
   * the default non-raw double-quote style, matching
   * {@link chooseInterpolatedStringQuotes}'s own fallback.
   */
  visit_FormattedValue(node) {
    this.writeReplacementField(node.value, node.conversion, node.format_spec, {
      isRaw: false,
      isTriple: false,
      quoteChar: '"'
    });
  }
  /**
   * Renders a standalone `Interpolation` (a t-string's
   * `{expr[!conv][:format_spec]}` field visited outside of a `TemplateStr`
   * context — not something the parser ever produces, only a hand-built
   * AST). Assumes the default non-raw double-quote style, matching
   * {@link chooseInterpolatedStringQuotes}'s own fallback.
   */
  visit_Interpolation(node) {
    this.writeReplacementField(node.value, node.conversion, node.format_spec, {
      isRaw: false,
      isTriple: false,
      quoteChar: '"'
    });
  }
  /**
   * Maps a `CmpOpNode` to its source text (`==`, `is not`, `not in`, ...).
   *
   * @param op - The comparison operator node.
   * @returns The operator's source text.
   */
  getCmpOpSymbol(op) {
    switch (op.nodeType) {
      case "Eq":
        return "==";
      case "NotEq":
        return "!=";
      case "Lt":
        return "<";
      case "LtE":
        return "<=";
      case "Gt":
        return ">";
      case "GtE":
        return ">=";
      case "Is":
        return "is";
      case "IsNot":
        return "is not";
      case "In":
        return "in";
      case "NotIn":
        return "not in";
    }
  }
  /** Renders a call expression (`func(args, kw=value, ...)`). */
  visit_Call(node) {
    this.visitAtomBase(node.func);
    this.write("(");
    this.interleave(", ", (arg) => this.visit(arg), node.args);
    if (node.args.length > 0 && node.keywords.length > 0) {
      this.write(", ");
    }
    this.interleave(", ", (kw) => this.visit(kw), node.keywords);
    this.write(")");
  }
  /** Renders a call keyword argument (`name=value`), or `**value` when `arg` is absent. */
  visit_Keyword(node) {
    if (node.arg) {
      this.write(node.arg, "=");
    } else {
      this.write("**");
    }
    this.visit(node.value);
  }
  /** Renders a literal constant (`None`/`True`/`False`/number/string/ellipsis). */
  visit_Constant(node) {
    this.write(this.formatConstant(node));
  }
  /**
   * Formats a `Constant` node's raw JS value as Python source text.
   *
   * @param node - The `Constant` node. Its `value` is typed `any` because it
   * may hold any JSON-like literal produced by the parser (string, number,
   * boolean, `null`, or the sentinel `"..."` for `Ellipsis`).
   * @returns The Python source representation of `node.value`.
   */
  formatConstant(node) {
    const value = node.value;
    if (value === null) return "None";
    if (value === true) return "True";
    if (value === false) return "False";
    if (value === "...") return "...";
    if (typeof value === "string") {
      return this.formatString(value, node);
    }
    if (typeof value === "number") {
      if (Number.isNaN(value)) return "(1e309-1e309)";
      if (value === Infinity) return "1e309";
      if (value === -Infinity) return "-1e309";
      const text = value.toString();
      if (!Number.isSafeInteger(value) && !text.includes(".") && !text.includes("e") && !text.includes("E")) {
        return `${text}.0`;
      }
      return text;
    }
    if (value instanceof PyComplex) {
      return value.toString();
    }
    return String(value);
  }
  /**
   * Formats a string constant as a quoted Python literal. When `node` still
   * carries its originally-recorded `quote_style` (only set on a node this
   * library's own parser produced), that exact style — quote character,
   * triple-quoting, and `r`/`b`/`u` prefix — is reused so the literal
   * round-trips unchanged. Falls back to double quotes (with no prefix)
   * when no quote style was recorded, matching this unparser's
   * long-standing default.
   *
   * @param value - The raw (unescaped) string value.
   * @param node - The `Constant` node `value` came from.
   * @returns The quoted, escaped Python string literal.
   */
  formatString(value, node) {
    const recordedStyle = node.quote_style;
    if (recordedStyle !== void 0) {
      const prefixMatch = recordedStyle.match(/^([fFrRbBuU]*)(.*)/);
      const prefix = prefixMatch[1];
      const quoteStyle = prefixMatch[2];
      const isRaw = /[rR]/.test(prefix);
      if (isRaw) {
        return `${prefix}${quoteStyle}${value}${quoteStyle}`;
      }
      if (quoteStyle === '"""' || quoteStyle === "'''") {
        const quoteChar = quoteStyle[0];
        return `${prefix}${quoteStyle}${this.escapeTripleQuoted(value, quoteChar)}${quoteStyle}`;
      }
      if (quoteStyle === '"') {
        return `${prefix}"${this.escapeString(value, '"')}"`;
      }
      return `${prefix}'${this.escapeString(value, "'")}'`;
    }
    return `"${this.escapeString(value, '"')}"`;
  }
  /**
   * Escapes backslashes, newlines, carriage returns, tabs, and the given
   * quote character in `value` so it can be embedded in a single-quoted
   * (non-triple) Python string literal.
   *
   * @param value - Raw string content to escape.
   * @param quote - The quote character (`"` or `'`) the string will be wrapped in.
   * @returns The escaped string body (without surrounding quotes).
   */
  escapeString(value, quote) {
    return value.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t").replace(new RegExp(`\\${quote}`, "g"), `\\${quote}`);
  }
  /**
   * Escapes a non-raw triple-quoted string literal's decoded content for
   * safe re-embedding. Unlike {@link escapeString}, literal `\n`s are left
   * as-is (triple-quoted strings span lines natively) — but backslashes
   * must still be escaped, or a literal backslash in the decoded value
   * (e.g. from a source `\\n`, decoding to a literal backslash + `n`, not
   * a newline) would read back as the start of a new escape sequence and
   * silently change meaning on re-parse. A literal `\r` must also be
   * escaped (unlike `\n`): CPython's tokenizer applies universal-newline
   * translation to a *raw* `\r`/`\r\n` in the source — including inside a
   * triple-quoted literal's body — collapsing it to `\n` on re-parse, so a
   * `Constant.value` that came from an explicit `\r` escape (as opposed to
   * a real source line ending) would silently become `\n` if left
   * unescaped here. The closing delimiter (`"""`/`'''`) is also escaped if
   * it occurs in the content, or as a lone trailing quote char that would
   * otherwise merge with the real closing delimiter appended right after
   * this.
   * @param value - Decoded string content to escape.
   * @param quoteChar - The quote character (`"` or `'`) whose tripled form delimits the literal.
   * @returns The escaped string body (without surrounding triple quotes).
   */
  escapeTripleQuoted(value, quoteChar) {
    let result = value.replace(/\\/g, "\\\\").replace(/\r/g, "\\r");
    const closing = quoteChar.repeat(3);
    result = result.split(closing).join(`\\${quoteChar}${quoteChar}${quoteChar}`);
    if (result.endsWith(quoteChar)) {
      result = `${result.slice(0, -1)}\\${quoteChar}`;
    }
    return result;
  }
  /** Renders a bare identifier reference. */
  visit_Name(node) {
    this.write(node.id);
  }
  /**
   * Renders attribute access (`value.attr`). A bare integer literal base
   * (`3571`) needs a space before the `.` — CPython's tokenizer would
   * otherwise read `3571.` as the start of a float literal and fail to
   * find `to_bytes` after it (`3571.to_bytes(...)` is a syntax error;
   * `(3571).to_bytes(...)` or `3571 .to_bytes(...)` both work). This
   * matches CPython's own `ast.unparse`, which also just adds a space
   * rather than parenthesizing.
   */
  visit_Attribute(node) {
    this.visitAtomBase(node.value);
    if (this.isBareIntegerLiteral(node.value)) {
      this.write(" ");
    }
    this.write(".", node.attr);
  }
  /**
   * Reports whether `node` renders as a bare sequence of decimal digits
   * with no `.`/`e`/`x` (a plain `Constant` int, not a float/hex/octal/
   * binary literal) — see {@link visit_Attribute}.
   */
  isBareIntegerLiteral(node) {
    return node.nodeType === "Constant" && (typeof node.value === "number" || typeof node.value === "bigint") && /^\d+$/.test(node.value.toString());
  }
  /**
   * Renders a subscript expression (`value[slice]`). A `Tuple` slice (as in
   * `a[1, 2]` or `a[i, j:k]`) is unpacked and its elements interleaved with
   * `", "` directly, rather than delegating to `visit_Tuple`, so it isn't
   * wrapped in the parentheses `visit_Tuple` would normally add.
   */
  visit_Subscript(node) {
    this.visitAtomBase(node.value);
    this.write("[");
    if (node.slice.nodeType === "Tuple" && node.slice.elts.length > 0) {
      this.interleave(", ", (elt) => this.visit(elt), node.slice.elts);
      if (node.slice.elts.length === 1) {
        this.write(",");
      }
    } else {
      this.visit(node.slice);
    }
    this.write("]");
  }
  /** Renders a list display (`[elt, ...]`). */
  visit_List(node) {
    this.write("[");
    this.interleave(", ", (elt) => this.visit(elt), node.elts);
    this.write("]");
  }
  /**
   * Renders a tuple display. A single-element tuple gets an explicit
   * trailing comma (`(x,)`) since `(x)` alone would just be `x` in
   * parentheses, not a tuple.
   */
  visit_Tuple(node) {
    this.write("(");
    this.interleave(", ", (elt) => this.visit(elt), node.elts);
    if (node.elts.length === 1) {
      this.write(",");
    }
    this.write(")");
  }
  /**
   * Renders a dict display (`{key: value, ...}`). A `null` key (paired with
   * its value) represents a `**value` unpacking entry rather than an
   * explicit `key: value` pair.
   */
  /**
   * Renders a dict display (`{key: value, ...}`), including `**expr`
   * unpacking entries (`key` is `null`). A key/value pair's `value`
   * accepts any expression (CPython's `test`), but `**expr`'s operand
   * binds at `bitor` precedence — same restriction as `**kwargs` in a
   * call — so a bare `BoolOp`/`Compare`/ternary/`lambda` there needs
   * parens (`{**a or b}` doesn't parse).
   */
  visit_Dict(node) {
    this.write("{");
    for (let i = 0; i < node.keys.length; i++) {
      if (i > 0) this.write(", ");
      const key = node.keys[i];
      if (key) {
        this.visit(key);
        this.write(": ");
        this.visit(node.values[i]);
      } else {
        this.write("**");
        this.visitParenthesizedIfNeeded(7 /* EXPR */, node.values[i]);
      }
    }
    this.write("}");
  }
  /** Renders a set display (`{elt, ...}`). */
  visit_Set(node) {
    this.write("{");
    this.interleave(", ", (elt) => this.visit(elt), node.elts);
    this.write("}");
  }
  /** Renders a list comprehension (`[elt for ... ]`). */
  visit_ListComp(node) {
    this.write("[");
    this.visit(node.elt);
    for (const generator of node.generators) {
      this.visit(generator);
    }
    this.write("]");
  }
  /** Renders a set comprehension (`{elt for ... }`). */
  visit_SetComp(node) {
    this.write("{");
    this.visit(node.elt);
    for (const generator of node.generators) {
      this.visit(generator);
    }
    this.write("}");
  }
  /** Renders a dict comprehension (`{key: value for ... }`). */
  visit_DictComp(node) {
    this.write("{");
    this.visit(node.key);
    this.write(": ");
    this.visit(node.value);
    for (const generator of node.generators) {
      this.visit(generator);
    }
    this.write("}");
  }
  /** Renders a generator expression (`(elt for ... )`). */
  visit_GeneratorExp(node) {
    this.write("(");
    this.visit(node.elt);
    for (const generator of node.generators) {
      this.visit(generator);
    }
    this.write(")");
  }
  /**
   * Renders one `[async] for target in iter [if cond ...]` clause of a
   * comprehension. Writes its own leading space (` for `/` async for `) so
   * multiple clauses concatenate correctly when a comprehension has more
   * than one `for`. `iter` and each `if` condition are rendered at
   * `Precedence.OR`: CPython's grammar restricts both to `or_test` (a bare
   * ternary or `lambda` is `test`, one level looser, and a syntax error
   * there unparenthesized — `for x in y if a else b` doesn't parse), so
   * either needs explicit parens whenever the source actually had one.
   */
  visit_Comprehension(node) {
    if (node.is_async) {
      this.write(" async for ");
    } else {
      this.write(" for ");
    }
    this.visit(node.target);
    this.write(" in ");
    this.visitParenthesizedIfNeeded(3 /* OR */, node.iter);
    for (const if_ of node.ifs) {
      this.write(" if ");
      this.visitParenthesizedIfNeeded(3 /* OR */, if_);
    }
  }
  // Handle helper types
  /**
   * Renders one `except [type [as name]]:` clause of a `Try` statement
   * (plain `except`, not the `except*` form — see {@link visit_TryStar}).
   */
  visit_ExceptHandler(node) {
    this.fill("except");
    if (node.type) {
      this.write(" ");
      this.visit(node.type);
      if (node.name) {
        this.write(" as ");
        this.write(node.name);
      }
    }
    this.write(":");
    this.context.indent++;
    for (const stmt of node.body) {
      this.visit(stmt);
    }
    this.context.indent--;
  }
  /** Renders one `name [as asname]` entry of an `import`/`from ... import` clause. */
  visit_Alias(node) {
    this.write(node.name);
    if (node.asname) {
      this.write(" as ");
      this.write(node.asname);
    }
  }
  /** Renders one `context_expr [as optional_vars]` entry of a `with`/`async with` clause. */
  visit_WithItem(node) {
    this.visit(node.context_expr);
    if (node.optional_vars) {
      this.write(" as ");
      this.visit(node.optional_vars);
    }
  }
  // Handle arguments
  /**
   * Renders a function/lambda parameter list: positional-only params (with
   * trailing `/`), regular params, `*args`, keyword-only params, and
   * `**kwargs`, each with defaults aligned to the correct (rightmost)
   * parameters. Does not write the surrounding parentheses — callers
   * (`visit_FunctionDef`, `visit_Lambda`, etc.) are responsible for those.
   *
   * @param node - The `Arguments` node describing the full parameter list.
   */
  visit_arguments(node) {
    const all_args = [...node.posonlyargs, ...node.args];
    for (let i = 0; i < all_args.length; i++) {
      if (i > 0) this.write(", ");
      this.visit(all_args[i]);
      const defaultIndex = i - (all_args.length - node.defaults.length);
      if (defaultIndex >= 0 && defaultIndex < node.defaults.length) {
        this.write("=");
        this.visit(node.defaults[defaultIndex]);
      }
      if (i === node.posonlyargs.length - 1 && node.posonlyargs.length > 0) {
        this.write(", /");
      }
    }
    if (node.vararg) {
      if (all_args.length > 0) this.write(", ");
      this.write("*");
      this.visit(node.vararg);
    }
    if (node.kwonlyargs.length > 0) {
      if (!node.vararg) {
        this.write(all_args.length > 0 ? ", *" : "*");
      }
      for (let i = 0; i < node.kwonlyargs.length; i++) {
        this.write(", ");
        this.visit(node.kwonlyargs[i]);
        const defaultValue = i < node.kw_defaults.length ? node.kw_defaults[i] : void 0;
        if (defaultValue) {
          this.write("=");
          this.visit(defaultValue);
        }
      }
    }
    if (node.kwarg) {
      if (all_args.length > 0 || node.vararg || node.kwonlyargs.length > 0) {
        this.write(", ");
      }
      this.write("**");
      this.visit(node.kwarg);
    }
  }
  /** Renders a single parameter (`name[: annotation]`) within a parameter list. */
  visit_Arg(node) {
    this.write(node.arg);
    if (node.annotation) {
      this.write(": ");
      this.visit(node.annotation);
    }
  }
  // Pattern visitors
  /** Renders a `match` literal/value pattern (`case value:`). */
  visit_MatchValue(node) {
    this.visit(node.value);
  }
  /** Renders a `match` singleton pattern (`case None:`/`True`/`False`). */
  visit_MatchSingleton(node) {
    if (node.value === null) this.write("None");
    else if (node.value === true) this.write("True");
    else if (node.value === false) this.write("False");
    else this.write(String(node.value));
  }
  /** Renders a `match` sequence pattern (`case [p1, p2, ...]:`). */
  visit_MatchSequence(node) {
    this.write("[");
    this.interleave(", ", (pattern) => this.visit(pattern), node.patterns);
    this.write("]");
  }
  /**
   * Renders a `match` mapping pattern (`case {key: pattern, ..., **rest}:`).
   */
  visit_MatchMapping(node) {
    this.write("{");
    for (let i = 0; i < node.keys.length; i++) {
      if (i > 0) this.write(", ");
      this.visit(node.keys[i]);
      this.write(": ");
      this.visit(node.patterns[i]);
    }
    if (node.rest) {
      if (node.keys.length > 0) this.write(", ");
      this.write("**");
      this.write(node.rest);
    }
    this.write("}");
  }
  /**
   * Renders a `match` class pattern (`case Cls(p1, p2, kw=p3, ...):`),
   * combining positional sub-patterns and keyword sub-patterns.
   */
  visit_MatchClass(node) {
    this.visit(node.cls);
    this.write("(");
    this.interleave(", ", (pattern) => this.visit(pattern), node.patterns);
    for (let i = 0; i < node.kwd_attrs.length; i++) {
      if (node.patterns.length > 0 || i > 0) this.write(", ");
      this.write(node.kwd_attrs[i]);
      this.write("=");
      this.visit(node.kwd_patterns[i]);
    }
    this.write(")");
  }
  /** Renders a `match` star pattern (`*name` or bare `*` inside a sequence pattern). */
  visit_MatchStar(node) {
    this.write("*");
    this.write(node.name ?? "_");
  }
  /**
   * Renders a `match` "as" pattern (`pattern as name`), or a bare capture
   * name / wildcard `_` when `pattern` is absent.
   */
  visit_MatchAs(node) {
    if (node.pattern) {
      this.visit(node.pattern);
      this.write(" as ");
    }
    this.write(node.name ?? "_");
  }
  /**
   * Renders an "or" pattern (`p1 | p2 | ...`). CPython's grammar
   * (`or_pattern: '|'.closed_pattern+`) restricts each alternative to a
   * `closed_pattern`, which excludes a bare `as`-pattern (`MatchAs` with
   * a nested `pattern`, e.g. `X() as y`) — `X() as y | Z()` is a syntax
   * error unparenthesized, so that shape needs `(X() as y) | Z()`. A
   * plain capture (`MatchAs` with no nested `pattern`, just a bare name)
   * is itself already a `closed_pattern` and needs no parens.
   */
  visit_MatchOr(node) {
    this.interleave(
      " | ",
      (pattern) => {
        const needsParens = pattern.nodeType === "MatchAs" && pattern.pattern !== void 0;
        if (needsParens) this.write("(");
        this.visit(pattern);
        if (needsParens) this.write(")");
      },
      node.patterns
    );
  }
  // Helper method for type parameters
  /**
   * Writes a PEP 695 type-parameter list (`[T, *Ts, **P]`) if `type_params`
   * is non-empty; writes nothing otherwise.
   *
   * @param type_params - Type parameters declared on a `def`/`class`/`type` statement.
   */
  writeTypeParams(type_params) {
    if (type_params && type_params.length > 0) {
      this.write("[");
      this.interleave(", ", (param) => this.visit(param), type_params);
      this.write("]");
    }
  }
  // Type parameter visitors
  /** Renders a PEP 695 `TypeVar` param (`T[: bound][ = default]`). */
  visit_TypeVar(node) {
    this.write(node.name);
    if (node.bound) {
      this.write(": ");
      this.visit(node.bound);
    }
    if (node.default_value) {
      this.write(" = ");
      this.visit(node.default_value);
    }
  }
  /** Renders a PEP 695 `ParamSpec` param (`**P[ = default]`). */
  visit_ParamSpec(node) {
    this.write("**");
    this.write(node.name);
    if (node.default_value) {
      this.write(" = ");
      this.visit(node.default_value);
    }
  }
  /** Renders a PEP 695 `TypeVarTuple` param (`*Ts[ = default]`). */
  visit_TypeVarTuple(node) {
    this.write("*");
    this.write(node.name);
    if (node.default_value) {
      this.write(" = ");
      this.visit(node.default_value);
    }
  }
  // FunctionType module visitor
  /** Renders a `FunctionType` module node: a bare `(argtypes) -> returns` type signature. */
  visit_FunctionType(node) {
    this.write("(");
    this.interleave(", ", (arg) => this.visit(arg), node.argtypes);
    this.write(") -> ");
    this.visit(node.returns);
  }
}

function getDocstring(node) {
  if (node.nodeType !== "FunctionDef" && node.nodeType !== "AsyncFunctionDef" && node.nodeType !== "ClassDef" && node.nodeType !== "Module") {
    return null;
  }
  const body = "body" in node ? node.body : [];
  if (body.length === 0) return null;
  const firstStmt = body[0];
  if (firstStmt.nodeType !== "Expr") return null;
  const value = firstStmt.value;
  if (value.nodeType === "Constant" && typeof value.value === "string") {
    return value.value;
  }
  return null;
}
function* iterFields(node) {
  for (const [key, value] of Object.entries(node)) {
    if (key !== "nodeType" && key !== "lineno" && key !== "col_offset" && key !== "end_lineno" && key !== "end_col_offset") {
      yield [key, value];
    }
  }
}
function* iterChildNodes(node) {
  for (const [, value] of iterFields(node)) {
    if (Array.isArray(value)) {
      for (const item of value) {
        if (isASTNode(item)) {
          yield item;
        }
      }
    } else if (isASTNode(value)) {
      yield value;
    }
  }
}
function isASTNode(value) {
  return value && typeof value === "object" && "nodeType" in value;
}
function getSourceSegment(source, node, options = {}) {
  const { padded = false } = options;
  if (!("lineno" in node) || !("col_offset" in node) || !("end_lineno" in node) || !("end_col_offset" in node) || node.lineno === void 0 || node.col_offset === void 0 || node.end_lineno === void 0 || node.end_col_offset === void 0) {
    return null;
  }
  const lines = source.split("\n");
  const startLine = node.lineno - 1;
  const endLine = node.end_lineno - 1;
  const startCol = node.col_offset;
  const endCol = node.end_col_offset;
  if (startLine === endLine) {
    return lines[startLine]?.slice(startCol, endCol) || null;
  }
  const result = [];
  if (lines[startLine]) {
    let firstLine = lines[startLine].slice(startCol);
    if (padded) {
      firstLine = " ".repeat(startCol) + firstLine;
    }
    result.push(firstLine);
  }
  for (let i = startLine + 1; i < endLine; i++) {
    if (lines[i] !== void 0) {
      result.push(lines[i]);
    }
  }
  if (lines[endLine]) {
    result.push(lines[endLine].slice(0, endCol));
  }
  return result.join("\n");
}
const ast = {
  /**
   * Create a Name node
   */
  Name(id, ctx = "Load") {
    return {
      nodeType: "Name",
      id,
      ctx: { nodeType: ctx },
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Constant node
   */
  Constant(value, kind) {
    return {
      nodeType: "Constant",
      value,
      kind,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Call node
   */
  Call(func, args = [], keywords = []) {
    return {
      nodeType: "Call",
      func,
      args,
      keywords,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a BinOp node
   */
  BinOp(left, op, right) {
    const operatorNode = typeof op === "string" ? { nodeType: op } : op;
    return {
      nodeType: "BinOp",
      left,
      op: operatorNode,
      right,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create an Assign node
   */
  Assign(targets, value, type_comment) {
    return {
      nodeType: "Assign",
      targets,
      value,
      type_comment,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create an Expr node (expression statement)
   */
  Expr(value) {
    return {
      nodeType: "Expr",
      value,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a List node
   */
  List(elts, ctx = "Load") {
    return {
      nodeType: "List",
      elts,
      ctx: { nodeType: ctx },
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Tuple node
   */
  Tuple(elts, ctx = "Load") {
    return {
      nodeType: "Tuple",
      elts,
      ctx: { nodeType: ctx },
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create an Attribute node
   */
  Attribute(value, attr, ctx = "Load") {
    return {
      nodeType: "Attribute",
      value,
      attr,
      ctx: { nodeType: ctx },
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Dict node
   */
  Dict(keys, values) {
    return {
      nodeType: "Dict",
      keys,
      values,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a NamedExpr node (walrus operator)
   */
  NamedExpr(target, value) {
    return {
      nodeType: "NamedExpr",
      target,
      value,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Lambda node
   */
  Lambda(args, body) {
    return {
      nodeType: "Lambda",
      args,
      body,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create an IfExp node (conditional expression)
   */
  IfExp(test, body, orelse) {
    return {
      nodeType: "IfExp",
      test,
      body,
      orelse,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create an Await node
   */
  Await(value) {
    return {
      nodeType: "Await",
      value,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Yield node
   */
  Yield(value) {
    return {
      nodeType: "Yield",
      value,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a YieldFrom node
   */
  YieldFrom(value) {
    return {
      nodeType: "YieldFrom",
      value,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Starred node
   */
  Starred(value, ctx = "Load") {
    return {
      nodeType: "Starred",
      value,
      ctx: { nodeType: ctx },
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Slice node
   */
  Slice(lower, upper, step) {
    return {
      nodeType: "Slice",
      lower,
      upper,
      step,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Delete statement
   */
  Delete(targets) {
    return {
      nodeType: "Delete",
      targets,
      lineno: 1,
      col_offset: 0
    };
  },
  /**
   * Create a Nonlocal statement
   */
  Nonlocal(names) {
    return {
      nodeType: "Nonlocal",
      names,
      lineno: 1,
      col_offset: 0
    };
  }
};

function parsePython(source, options) {
  return parse(source, options);
}
function parseModule(source, filename) {
  return parse(source, { filename });
}
function toSource(node, indent = "    ") {
  return unparse(node, { indent });
}
function dump(node, options = {}) {
  const {
    annotateFields = true,
    includeAttributes = false,
    indent = null,
    showEmpty = false
  } = options;
  function formatNode(node2, level = 0) {
    if (!node2 || typeof node2 !== "object") {
      return JSON.stringify(node2);
    }
    if (node2 instanceof PyComplex) {
      return node2.toString();
    }
    if (Array.isArray(node2)) {
      if (node2.length === 0 && !showEmpty) {
        return "[]";
      }
      const items = node2.map((item) => formatNode(item, level + 1));
      if (indent !== null) {
        const indentStr = typeof indent === "string" ? indent : " ".repeat(indent);
        const currentIndent = indentStr.repeat(level + 1);
        const parentIndent = indentStr.repeat(level);
        return `[
${currentIndent}${items.join(
          `,
${currentIndent}`
        )}
${parentIndent}]`;
      }
      return `[${items.join(", ")}]`;
    }
    if (!("nodeType" in node2)) {
      return JSON.stringify(node2);
    }
    const fields = [];
    const nodeType = node2.nodeType;
    for (const [key, value] of Object.entries(node2)) {
      if (key === "nodeType") continue;
      if (!includeAttributes && (key === "lineno" || key === "col_offset" || key === "end_lineno" || key === "end_col_offset")) {
        continue;
      }
      if (!showEmpty && (value === null || value === void 0 || Array.isArray(value) && value.length === 0)) {
        continue;
      }
      const formattedValue = formatNode(value, level + 1);
      if (annotateFields) {
        fields.push(`${key}=${formattedValue}`);
      } else {
        fields.push(formattedValue);
      }
    }
    const fieldsStr = fields.join(", ");
    if (indent !== null && fields.length > 1) {
      const indentStr = typeof indent === "string" ? indent : " ".repeat(indent);
      const currentIndent = indentStr.repeat(level + 1);
      const parentIndent = indentStr.repeat(level);
      return `${nodeType}(
${currentIndent}${fields.join(
        `,
${currentIndent}`
      )}
${parentIndent})`;
    }
    return `${nodeType}(${fieldsStr})`;
  }
  return formatNode(node);
}


//# sourceMappingURL=index.esm.js.map

;// CONCATENATED MODULE: ./lib/project/dotted.js
/** How an expression is written when it is a name with dots: `db.create_all`, `app.app_context().push`. */
function dotted(node) {
    if (node.nodeType === "Name")
        return node.id;
    if (node.nodeType === "Attribute") {
        const before = dotted(node.value);
        return before === undefined ? undefined : `${before}.${node.attr}`;
    }
    if (node.nodeType !== "Call")
        return undefined;
    const called = dotted(node.func);
    return called === undefined ? undefined : `${called}()`;
}
/** The text of a plain string; undefined for bytes and everything else. */
function textOf(node) {
    if (node?.nodeType !== "Constant" || /^["']*b|^rb|^br/i.test(node.quote_style ?? ""))
        return undefined;
    return typeof node.value === "string" ? node.value : undefined;
}

;// CONCATENATED MODULE: ./lib/project/given-settings.js

/** The keys that an assignment to this target gives: `app.config["X"]`, `app.debug`, `os.environ["X"]`, a name in capitals. */
function givenByAssignment(target, value, where) {
    if (target.nodeType === "Subscript") {
        const key = textOf(target.slice);
        const owner = dotted(target.value) ?? "";
        if (key !== undefined && /(?:^|\.)config$/.test(owner))
            return [{ key, kind: "app", value }];
        if (key !== undefined && owner === "os.environ")
            return [{ key, kind: "environ", value }];
    }
    if (target.nodeType === "Attribute") {
        const isApp = /^(?:secret_key|debug)$/.test(target.attr) && /app/i.test(dotted(target.value) ?? "");
        return isApp ? [{ key: target.attr.toUpperCase(), kind: "app", value }] : [];
    }
    if (target.nodeType === "Name" && where.function === undefined && /^[A-Z][A-Z0-9_]*$/.test(target.id))
        return [{ key: target.id, kind: where.className === undefined ? "module" : "class", value }];
    return [];
}
/** The keys that a call of this name gives: `app.config.update(X=1)`, `create_engine(url)`. */
function givenByCall(name, { args: [first, second], keywords }) {
    const given = (key, value, kind = "app") => key === undefined || !value ? [] : [{ key, kind, value }];
    if (/(?:^|\.)config\.(?:update|from_mapping)$/.test(name)) {
        const inDict = first?.nodeType === "Dict" ? first : undefined;
        return [
            ...keywords.flatMap(({ arg, value }) => given(arg, value)),
            ...(inDict?.keys ?? []).flatMap((key, index) => given(textOf(key), inDict?.values[index])),
        ];
    }
    if (/(?:^|\.)config\.setdefault$/.test(name))
        return given(textOf(first), second);
    if (name === "os.environ.setdefault")
        return given(textOf(first), second, "environ");
    if (/(?:^|\.)create_engine$/.test(name))
        return given("create_engine", first ?? keywords.find(({ arg }) => arg === "url")?.value);
    return [];
}

;// CONCATENATED MODULE: ./lib/project/import-guard.js
const IMPORT_ERRORS = ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"];
const RANK = ["none", "lazy", "conditional", "optional", "main", "typing"];
/** The stronger of two guards. */
function stronger(one, other) {
    return RANK.indexOf(one) > RANK.indexOf(other) ? one : other;
}
/**
 * The guards that the condition of an `if` puts on its body and on its `else`. `isMain` says that Python is given the
 * file itself: then what stands under `__name__ == "__main__"` is run, and what stands under the opposite is not.
 */
function guardsOfIf(test, isMain) {
    const main = comparedWithMain(test);
    if (main !== undefined)
        return main === isMain ? { body: "none", orelse: "main" } : { body: "main", orelse: "none" };
    if (isTypeChecking(test))
        return { body: "typing", orelse: "none" };
    const needsMain = test.nodeType === "BoolOp" &&
        test.op.nodeType === "And" &&
        test.values.some((part) => comparedWithMain(part));
    return { body: needsMain && !isMain ? "main" : "conditional", orelse: "conditional" };
}
/** Whether a comparison of `__name__` with `"__main__"` wants them to be equal; undefined for any other condition. */
function comparedWithMain(test) {
    if (test.nodeType !== "Compare")
        return undefined;
    const sides = [test.left, ...test.comparators];
    const isName = sides.some((side) => side.nodeType === "Name" && side.id === "__name__");
    const isMain = sides.some((side) => side.nodeType === "Constant" && side.value === "__main__");
    const comparison = test.ops[0]?.nodeType;
    const isEither = comparison === "Eq" || comparison === "NotEq";
    return isName && isMain && isEither ? comparison === "Eq" : undefined;
}
function isTypeChecking(test) {
    return ((test.nodeType === "Name" && test.id === "TYPE_CHECKING") ||
        (test.nodeType === "Attribute" && test.attr === "TYPE_CHECKING"));
}
/** The guard that its handlers put on the body of a `try`: a failed import that is caught may fail. */
function guardOfTry(handlers) {
    return handlers.some(({ type }) => takesImportError(type)) ? "optional" : "none";
}
function takesImportError(type) {
    if (!type)
        return true;
    if (type.nodeType === "Tuple")
        return type.elts.some(takesImportError);
    return type.nodeType === "Name" && IMPORT_ERRORS.includes(type.id);
}
/** The guard that a `with` puts on its body: `contextlib.suppress` catches a failed import. */
function guardOfWith(items) {
    return items.some(({ context_expr }) => isSuppress(context_expr)) ? "optional" : "none";
}
function isSuppress(context) {
    if (context.nodeType !== "Call")
        return false;
    const { func } = context;
    return func.nodeType === "Name"
        ? func.id === "suppress"
        : func.nodeType === "Attribute" && func.attr === "suppress";
}

;// CONCATENATED MODULE: ./lib/project/code-reader.js




const LONGEST_STRING = 200;
const CONTEXT = /\.(?:app_context|test_request_context|request_context)\(\)$/;
/** Walks syntax trees once and keeps what the checks need. */
class CodeReader {
    calls = [];
    settings = [];
    classes = [];
    assigned = new Map();
    returned = new Map();
    strings = new Set();
    /** How many statements begin on a line of this file. */
    #starts = new Map();
    #pushed = false;
    /** Whether a return stands before in this function: under a condition, or what follows would not be there. */
    #returned = false;
    #isMain = false;
    read(file, loaded, { body, isMain }) {
        this.#pushed = false;
        this.#returned = false;
        this.#isMain = isMain;
        const top = { function: undefined, className: undefined, decorators: [], inContext: false };
        this.#starts.clear();
        const before = this.settings.length;
        const callsBefore = this.calls.length;
        this.#statements(body, { file, loaded, guard: "none", ...top });
        for (const setting of this.settings.splice(before))
            this.settings.push(this.#withOwnLines(setting));
        for (const call of this.calls.splice(callsBefore)) {
            const { col_offset, end_lineno } = call.node;
            const alone = col_offset === 0 && this.#starts.get(call.line) === 1 && end_lineno === call.line;
            this.calls.push({ ...call, alone });
        }
    }
    #withOwnLines(setting) {
        const { line, lastLine, statement } = setting;
        const isAlone = statement && this.#starts.get(line) === 1 && (line === lastLine || !this.#starts.has(lastLine));
        return isAlone ? setting : { ...setting, statement: undefined };
    }
    #statements(body, where) {
        for (const statement of body)
            this.#statement(statement, where);
    }
    #statement(statement, around) {
        this.#starts.set(statement.lineno, (this.#starts.get(statement.lineno) ?? 0) + 1);
        const where = {
            ...around,
            guard: this.#returned ? weaker(around.guard, "conditional") : around.guard,
            inContext: around.inContext || this.#pushed,
        };
        const under = (guard) => ({ ...where, guard: weaker(where.guard, guard) });
        switch (statement.nodeType) {
            case "FunctionDef":
            case "AsyncFunctionDef": {
                const { name, body, decorator_list } = statement;
                this.#expressions(decorator_list, where);
                const decorators = decorator_list.map((decorator) => dotted(decorator) ?? "");
                const outer = where.function === undefined ? { function: name, decorators } : {};
                // A nested function runs some other time, if at all.
                const guard = where.function === undefined ? "none" : "conditional";
                const [pushed, returned] = [this.#pushed, this.#returned];
                this.#returned = false;
                this.#statements(body, {
                    ...where,
                    ...outer,
                    guard: weaker(where.guard, guard),
                    className: undefined,
                    inContext: false,
                });
                this.#pushed = pushed;
                this.#returned = returned;
                return;
            }
            case "ClassDef": {
                const { name, bases, body, lineno: line } = statement;
                this.#expressions([...bases, ...statement.keywords.map(({ value }) => value)], where);
                const names = bases.map((base) => dotted(base) ?? "");
                this.classes.push({ name, bases: names, node: statement, line, where });
                this.#statements(body, { ...where, className: name });
                return;
            }
            case "If": {
                const guards = guardsOfIf(statement.test, this.#isMain);
                this.#expressions([statement.test], where);
                this.#statements(statement.body, under(guards.body));
                this.#statements(statement.orelse, under(guards.orelse));
                return;
            }
            case "For":
            case "AsyncFor":
            case "While":
                this.#expressions(statement.nodeType === "While" ? [statement.test] : [statement.iter], where);
                this.#statements(statement.body, under("conditional"));
                this.#statements(statement.orelse, under("conditional"));
                return;
            case "With":
            case "AsyncWith": {
                const contexts = statement.items.map(({ context_expr }) => context_expr);
                this.#expressions(contexts, where);
                const inContext = contexts.some((context) => CONTEXT.test(dotted(context) ?? ""));
                const inside = under(guardOfWith(statement.items));
                this.#statements(statement.body, { ...inside, inContext: where.inContext || inContext });
                return;
            }
            case "Try":
            case "TryStar":
                this.#statements(statement.body, under(guardOfTry(statement.handlers)));
                for (const { body } of statement.handlers)
                    this.#statements(body, under("conditional"));
                this.#statements(statement.orelse, under("conditional"));
                this.#statements(statement.finalbody, where);
                return;
            case "Match":
                this.#expressions([statement.subject], where);
                for (const { body } of statement.cases)
                    this.#statements(body, under("conditional"));
                return;
            case "Assign":
                for (const target of statement.targets)
                    this.#assignment(target, statement.value, statement, where);
                this.#expressions([statement.value], where);
                return;
            case "AnnAssign":
                if (!statement.value)
                    return;
                this.#assignment(statement.target, statement.value, statement, where);
                this.#expressions([statement.value], where);
                return;
            case "AugAssign":
                this.#expressions([statement.value], where);
                return;
            case "Return":
                this.#returned = true;
                if (!statement.value)
                    return;
                this.#remember(this.returned, where.file, where.function, statement.value);
                this.#expressions([statement.value], where);
                return;
            case "Expr":
                this.#expressions([statement.value], where);
                return;
            case "Raise":
                if (statement.exc)
                    this.#expressions([statement.exc], where);
                return;
            case "Assert":
                this.#expressions([statement.test], where);
                return;
            default:
                return;
        }
    }
    #assignment(target, value, assignment, where) {
        const { lineno: line, col_offset: column } = assignment;
        const lastLine = assignment.end_lineno ?? line;
        const isAlone = assignment.nodeType === "AnnAssign" ||
            (assignment.nodeType === "Assign" && assignment.targets.length === 1);
        for (const given of givenByAssignment(target, value, where)) {
            const statement = isAlone ? { column, target: unparse(target) } : undefined;
            this.settings.push({ ...given, line, lastLine, statement, where });
        }
        if (target.nodeType === "Name") {
            this.#remember(this.assigned, where.file, target.id, value);
            if (where.className !== undefined)
                this.#remember(this.assigned, where.file, `${where.className}.${target.id}`, value);
        }
    }
    #expressions(nodes, where) {
        for (const node of nodes)
            this.#expression(node, where);
    }
    #expression(node, where) {
        if (Array.isArray(node))
            this.#expressions(node, where);
        if (!isExpression(node))
            return;
        if (node.nodeType === "Constant") {
            if (typeof node.value === "string" && node.value.length <= LONGEST_STRING && where.loaded !== "no")
                this.strings.add(node.value);
            return;
        }
        if (node.nodeType === "Call")
            this.#call(node, where);
        const under = (guard) => ({ ...where, guard: weaker(where.guard, guard) });
        if (node.nodeType === "IfExp") {
            const guards = guardsOfIf(node.test, this.#isMain);
            this.#expression(node.test, where);
            this.#expression(node.body, under(guards.body));
            this.#expression(node.orelse, under(guards.orelse));
            return;
        }
        if (node.nodeType === "BoolOp") {
            const [first, ...rest] = node.values;
            this.#expression(first, where);
            const guards = first && guardsOfIf(first, this.#isMain);
            const guard = node.op.nodeType === "And" ? guards?.body : guards?.orelse;
            this.#expressions(rest, under(rest.length === 1 && guard !== undefined ? guard : "conditional"));
            return;
        }
        const inside = node.nodeType === "Lambda" ? under("conditional") : where;
        for (const part of Object.values(node))
            if (typeof part === "object")
                this.#expression(part, inside);
    }
    #call(node, where) {
        const name = dotted(node.func) ?? "";
        const { lineno: line, end_lineno } = node;
        this.calls.push({ name, node, line, alone: false, where });
        if (/\.app_context\(\)\.push$|context\.push$|ctx\.push$/.test(name))
            this.#pushed = true;
        for (const given of givenByCall(name, node)) {
            const { lineno, end_lineno: last } = given.value;
            const lines = { line: lineno, lastLine: last ?? end_lineno ?? line };
            this.settings.push({ ...given, ...lines, statement: undefined, where });
        }
    }
    #remember(map, file, name, value) {
        if (name === undefined)
            return;
        const names = map.get(file) ?? new Map();
        map.set(file, names);
        names.set(name, [...(names.get(name) ?? []), value]);
    }
}
function weaker(before, guard) {
    if (before === "main" || guard === "main")
        return "main";
    return guard === "none" ? before : "conditional";
}
function isExpression(node) {
    return typeof node === "object" && node !== null && "nodeType" in node;
}

;// CONCATENATED MODULE: ./lib/project/code.js

/** Collects the facts of all files that are or may be loaded. Takes syntax trees, never throws. */
function readCode(modules) {
    const reader = new CodeReader();
    let hasUnreadable = false;
    const groups = [
        ["surely", modules.reached],
        ["perhaps", modules.perhaps],
        ["no", modules.unloaded],
    ];
    for (const [loaded, files] of groups) {
        for (const [file, source] of files) {
            if (source === "unreadable")
                hasUnreadable ||= loaded !== "no";
            else
                reader.read(file, loaded, source);
        }
    }
    const { calls, settings, classes, assigned, returned, strings } = reader;
    return {
        ...{ calls, settings, classes, assigned, returned, strings, hasUnreadable },
        started: startedFunctions(modules, calls),
    };
}
/** Whether something surely happens when the web process starts: not in a function, unless that is called then. */
function isCertain({ started }, where) {
    if (where.loaded !== "surely" || where.guard !== "none" || where.decorators.length > 0)
        return false;
    return where.function === undefined || started.has(`${where.file}:${where.function}`);
}
/** The factory that the server is told to call, and what import level calls by a plain name. */
function startedFunctions({ reached, entry, start: web }, calls) {
    const started = new Set();
    const definitions = functionFiles(reached);
    const start = (file, name) => {
        const source = reached.get(file);
        if (source === undefined || source === "unreadable")
            return;
        const kind = source.names.get(name)?.kind;
        if (kind === "function")
            started.add(`${file}:${name}`);
        if (kind !== "import")
            return;
        const from = source.imports.find(({ names }) => names.includes(name))?.module.split(".");
        for (const other of definitions.get(name) ?? [])
            if (from?.at(-1) === "" || from?.at(-1) === moduleName(other))
                started.add(`${other}:${name}`);
    };
    const factory = web?.factory;
    if (factory !== undefined && entry?.kind === "file")
        start(entry.path, factory);
    for (const { name, where } of calls) {
        const atImport = where.loaded === "surely" && where.guard === "none" && where.function === undefined;
        if (atImport && !where.inContext && /^\w+$/.test(name))
            start(where.file, name);
    }
    return started;
}
/** Which files define a function at their top, by its name. */
function functionFiles(reached) {
    const files = new Map();
    for (const [file, source] of reached) {
        if (source === "unreadable")
            continue;
        for (const [name, { kind }] of source.names) {
            const known = files.get(name);
            if (kind !== "function")
                continue;
            if (known)
                known.push(file);
            else
                files.set(name, [file]);
        }
    }
    return files;
}
/** The last part of a module's dotted name. */
function moduleName(file) {
    return (file
        .replace(/\/__init__\.py$|\.py$/, "")
        .split("/")
        .at(-1) ?? file);
}

;// CONCATENATED MODULE: ./lib/project/bindings.js
/** The names that an assignment to this target gives. */
function namesIn(target) {
    if (target?.nodeType === "Name")
        return [target.id];
    if (target?.nodeType === "Starred")
        return namesIn(target.value);
    return target?.nodeType === "Tuple" || target?.nodeType === "List" ? target.elts.flatMap(namesIn) : [];
}
/** How a function with these parameters can be called. */
function parametersOf({ posonlyargs, args, defaults, vararg, kwonlyargs, kw_defaults, }) {
    const positional = posonlyargs.length + args.length;
    // A keyword-only parameter without a default cannot be met by position at all.
    const unmet = kwonlyargs.some((_, index) => !kw_defaults[index]);
    const most = vararg ? Number.POSITIVE_INFINITY : positional;
    return { required: unmet ? Number.POSITIVE_INFINITY : positional - defaults.length, most };
}

;// CONCATENATED MODULE: ./lib/project/python-source.js



const HIDDEN_NAMES = /(?<![.\w])(?:globals|locals|vars|exec)[ \t]*\(|__getattr__|__dict__|sys[ \t]*\.[ \t]*modules/;
/**
 * Reads one Python file without running it. `unreadable` is no error of the file: the parser (py-ast 1.16) refuses
 * some valid Python, so only Python itself can say that a file does not parse. Never throws.
 */
function readPythonSource(text, isMain = false) {
    try {
        const { body } = parse(parsedText(text));
        const reader = new SourceReader(isMain);
        reader.visit(body, "none", "module");
        const { names, imports, star } = reader;
        return { names, imports, hasUnseenNames: star || HIDDEN_NAMES.test(text), isMain, body };
    }
    catch {
        return "unreadable";
    }
}
/** The text that positions in the syntax tree belong to: py-ast trips over a byte order mark or a form feed at the start. */
function parsedText(text) {
    return text.replace(/^\uFEFF?\f*/, "");
}
class SourceReader {
    names = new Map();
    imports = [];
    star = false;
    #isMain;
    constructor(isMain) {
        this.#isMain = isMain;
    }
    visit(statements, guard, scope) {
        for (const statement of statements)
            this.#visitOne(statement, guard, scope);
    }
    #visitOne(statement, guard, scope) {
        const bind = (name, kind = "value", parameters) => {
            if (scope === "module")
                this.#bind(name, { kind, line: statement.lineno, main: guard === "main", parameters });
        };
        const bindTargets = (target) => {
            for (const name of namesIn(target))
                bind(name);
        };
        const inside = (body, more) => this.visit(body, stronger(guard, more), scope);
        switch (statement.nodeType) {
            case "Import":
                for (const { name, asname } of statement.names) {
                    this.imports.push({ module: name, names: [], level: 0, line: statement.lineno, guard });
                    bind(asname ?? name.split(".", 1)[0] ?? name, "import");
                }
                return;
            case "ImportFrom": {
                const { module = "", level = 0, lineno } = statement;
                this.imports.push({
                    module,
                    names: statement.names.map(({ name }) => name),
                    level,
                    line: lineno,
                    guard,
                });
                for (const { name, asname } of statement.names) {
                    if (name === "*" && scope === "module")
                        this.star = true;
                    bind(asname ?? name, "import");
                }
                return;
            }
            case "FunctionDef":
            case "AsyncFunctionDef":
                bind(statement.name, "function", statement.decorator_list.length === 0 ? parametersOf(statement.args) : undefined);
                this.visit(statement.body, stronger(guard, "lazy"), "function");
                return;
            case "ClassDef":
                bind(statement.name, "class");
                this.visit(statement.body, guard, scope === "function" ? scope : "class");
                return;
            case "Global":
                // A function that says `global app` may give the module its app.
                for (const name of statement.names)
                    this.#bindValue(name, statement.lineno);
                return;
            case "Assign":
                statement.targets.forEach(bindTargets);
                this.#bindWalrus(statement.value, scope);
                return;
            case "AnnAssign":
                if (statement.value)
                    bindTargets(statement.target);
                return;
            case "AugAssign":
                bindTargets(statement.target);
                return;
            case "TypeAlias":
                bindTargets(statement.name);
                return;
            case "Expr":
                this.#bindWalrus(statement.value, scope);
                return;
            case "If": {
                const guards = guardsOfIf(statement.test, this.#isMain);
                this.#bindWalrus(statement.test, scope);
                inside(statement.body, guards.body);
                inside(statement.orelse, guards.orelse);
                return;
            }
            case "For":
            case "AsyncFor":
                bindTargets(statement.target);
                inside(statement.body, "conditional");
                inside(statement.orelse, "conditional");
                return;
            case "While":
                this.#bindWalrus(statement.test, scope);
                inside(statement.body, "conditional");
                inside(statement.orelse, "conditional");
                return;
            case "With":
            case "AsyncWith":
                for (const item of statement.items)
                    bindTargets(item.optional_vars);
                inside(statement.body, guardOfWith(statement.items));
                return;
            case "Try":
            case "TryStar":
                inside(statement.body, guardOfTry(statement.handlers));
                for (const { name, body } of statement.handlers) {
                    if (name)
                        bind(name);
                    inside(body, "conditional");
                }
                inside(statement.orelse, "conditional");
                inside(statement.finalbody, "none");
                return;
            case "Match":
                for (const { pattern, body } of statement.cases) {
                    for (const node of walk(pattern))
                        if ("name" in node && typeof node.name === "string")
                            bind(node.name);
                    inside(body, "conditional");
                }
                return;
            default:
                return;
        }
    }
    #bindWalrus(expression, scope) {
        if (scope !== "module")
            return;
        for (const node of walk(expression)) {
            if (node.nodeType === "NamedExpr")
                for (const name of namesIn(node.target))
                    this.#bindValue(name, node.lineno);
        }
    }
    #bindValue(name, line) {
        this.#bind(name, { kind: "value", line, main: false, parameters: undefined });
    }
    #bind(name, binding) {
        const before = this.names.get(name);
        if (!before || before.main)
            this.names.set(name, binding);
        else if (!binding.main)
            this.names.set(name, { ...before, kind: "value", parameters: undefined });
    }
}

;// CONCATENATED MODULE: ./lib/project/found-app.js


// Where `flask run` looks by itself (wsgi.py, app.py), and the names that people give the file besides.
const USUAL = ["wsgi", "app", "main", "run", "application"];
const NAMES = ["app", "application"];
/** Packages that are read; an app has a few. */
const found_app_MOST = 10;
/**
 * `module:attribute` of the app, for a commit without a Procfile: the one file of the usual names that makes a Flask
 * object or imports the app when it is loaded, or the one package. Undefined when none or several do, so that it would
 * be a guess.
 */
function* readFoundApp({ files }) {
    const candidates = candidatesOf([...files.keys()]);
    const sources = yield [...candidates.values()];
    const found = [...candidates].flatMap(([module, path]) => {
        const bytes = sources.get(path);
        const attribute = bytes && attributeOf(module, bytes.toString("utf8"));
        return attribute === undefined ? [] : [`${module}:${attribute}`];
    });
    return found.length === 1 || found[0]?.startsWith("wsgi:") ? found[0] : undefined;
}
/** Modules with their files. A file beside a package may add pages to its app: then the package is not all of it. */
function candidatesOf(paths) {
    if (paths.some((path) => /^[^/]+\.py$/.test(path)))
        return new Map(USUAL.map((module) => [module, `${module}.py`]));
    const packages = paths.flatMap((path) => /^([A-Za-z_]\w*)\/__init__\.py$/.exec(path)?.[1] ?? []);
    return new Map(packages.length > found_app_MOST ? [] : packages.map((name) => [name, `${name}/__init__.py`]));
}
function attributeOf(module, text) {
    const source = readPythonSource(text);
    if (source === "unreadable")
        return undefined;
    for (const statement of source.body) {
        if (statement.nodeType !== "Assign" || statement.value.nodeType !== "Call")
            continue;
        const [target] = statement.targets;
        const made = dotted(statement.value.func) ?? "";
        if (target?.nodeType === "Name" && /(?:^|\.)(?:Flask|create_app)$/.test(made))
            return target.id;
    }
    // A wsgi.py is there to give the server its app; an import elsewhere may be there for anything.
    return module === "wsgi" ? NAMES.find((name) => source.names.get(name)?.main === false) : undefined;
}

;// CONCATENATED MODULE: ./lib/project/gunicorn-arguments.js
// From gunicorn 27's own parser, with flags of older versions. Every other option takes a value.
const FLAGS = [
    "help",
    "version",
    "reload",
    "spew",
    "check-config",
    "print-config",
    "preload",
    "no-sendfile",
    "reuse-port",
    "daemon",
    "initgroups",
    "disable-redirect-access-to-syslog",
    "capture-output",
    "log-syslog",
    "enable-stdio-inheritance",
    "enable-backlog-metric",
    "proxy-protocol",
    "suppress-ragged-eofs",
    "do-handshake-on-connect",
    "permit-obsolete-folding",
    "strip-header-spaces",
    "permit-unconventional-http-method",
    "permit-unconventional-http-version",
    "casefold-http-method",
    "no-control-socket",
    "debug",
];
const SHORT_FLAGS = "hvDR";
const NAMED = ["config", "chdir", "pythonpath", "paste", "bind", "worker-class"];
const SHORT = { c: "config", b: "bind", k: "worker-class" };
/** Reads the words after `gunicorn` as its argument parser does: abbreviations, `-w4`, `--name=value`, `--`. */
function readGunicornArguments(words) {
    const options = new Map();
    const binds = [];
    let target;
    let optionsEnded = false;
    for (let at = 0; at < words.length; at++) {
        const word = words[at];
        if (!word)
            break;
        if (optionsEnded || !word.text.startsWith("-") || word.text === "-") {
            target ??= word;
        }
        else if (word.text === "--") {
            optionsEnded = true;
        }
        else {
            const { name, value } = readOption(word);
            if (value === "next")
                at++;
            const given = value === "next" ? words[at] : value;
            if (given)
                options.set(name, given);
            if (given && name === "bind")
                binds.push(given);
        }
    }
    return { target, options, binds };
}
function readOption(word) {
    const { text } = word;
    if (!text.startsWith("--")) {
        const letter = text.charAt(1);
        const name = SHORT[letter] ?? letter;
        if (SHORT_FLAGS.includes(letter))
            return { name, value: undefined };
        return { name, value: text.length > 2 ? { ...word, text: text.slice(2).replace(/^=/, "") } : "next" };
    }
    const equals = text.indexOf("=");
    const typed = text.slice(2, equals < 0 ? undefined : equals);
    const name = NAMED.find((long) => long === typed) ?? NAMED.find((long) => long.startsWith(typed)) ?? typed;
    if (equals >= 0)
        return { name, value: { ...word, text: text.slice(equals + 1) } };
    const isFlag = FLAGS.some((flag) => flag.startsWith(typed)) && !NAMED.includes(typed);
    return { name, value: isFlag ? undefined : "next" };
}

;// CONCATENATED MODULE: ./lib/project/shlex.js
/** Splits words as Python's shlex.split does; undefined when a quotation or an escape is left open. */
function shlexSplit(text) {
    const words = [];
    let word;
    let quote = "";
    for (let at = 0; at < text.length; at++) {
        const char = text.charAt(at);
        if (quote !== "" && char === quote) {
            quote = "";
        }
        else if (quote === "'") {
            word += char;
        }
        else if (quote === '"') {
            const escapes = char === "\\" && /["\\]/.test(text.charAt(at + 1));
            word += escapes ? text.charAt(++at) : char;
        }
        else if (char === "'" || char === '"') {
            quote = char;
            word ??= "";
        }
        else if (char === "\\") {
            if (at + 1 === text.length)
                return undefined;
            word = (word ?? "") + text.charAt(++at);
        }
        else if (/[ \t\r\n]/.test(char)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else {
            word = (word ?? "") + char;
        }
    }
    if (quote !== "")
        return undefined;
    return word === undefined ? words : [...words, word];
}

;// CONCATENATED MODULE: ./lib/project/shell.js
const BLANK = /[ \t\r\n]/;
/**
 * Splits a command line as a POSIX shell does, without expanding anything: simple commands in order, which is what
 * stands between `;`, `&&`, `||`, `|`, `&` and the brackets of subshells. What follows an open quotation is left out.
 */
function parseShell(line) {
    const commands = [[]];
    let word;
    let redirected = false;
    const into = () => {
        word ??= { text: "", literal: true, bareBracket: false };
        return word;
    };
    const endWord = () => {
        if (word && !redirected)
            commands.at(-1)?.push(word);
        if (word)
            redirected = false;
        word = undefined;
    };
    const endCommand = () => {
        endWord();
        if (commands.at(-1)?.length !== 0)
            commands.push([]);
    };
    for (let at = 0; at < line.length; at++) {
        const char = line.charAt(at);
        if (char === "'") {
            const end = line.indexOf("'", at + 1);
            if (end < 0)
                break;
            into().text += line.slice(at + 1, end);
            at = end;
        }
        else if (char === '"') {
            const end = readDouble(line, at, into());
            if (end < 0)
                break;
            at = end;
        }
        else if (char === "\\") {
            at++;
            into().text += line.charAt(at);
        }
        else if (char === "$" || char === "`") {
            const end = endOfExpansion(line, at);
            into().text += line.slice(at, end);
            into().literal = false;
            at = end - 1;
        }
        else if (char === "#" && !word) {
            break;
        }
        else if (char === ">" || char === "<" || (char === "&" && line.charAt(at + 1) === ">")) {
            if (word && /^\d+$/.test(word.text))
                word = undefined;
            endWord();
            while (/[<>&]/.test(line.charAt(at + 1)))
                at++;
            redirected = true;
        }
        else if (/[;&|]/.test(char)) {
            endCommand();
        }
        else if (char === "(" && word) {
            word.text += char;
            word.bareBracket = true;
        }
        else if (char === ")" && word?.bareBracket) {
            word.text += char;
        }
        else if (char === "(" || char === ")") {
            endCommand();
        }
        else if (BLANK.test(char)) {
            endWord();
        }
        else {
            into().text += char;
        }
    }
    endCommand();
    return commands.filter((command) => command.length > 0);
}
function readDouble(line, start, word) {
    for (let at = start + 1; at < line.length; at++) {
        const char = line.charAt(at);
        if (char === '"')
            return at;
        if (char === "\\" && /["\\$`]/.test(line.charAt(at + 1)))
            at++;
        else if (char === "$" || char === "`") {
            const end = endOfExpansion(line, at);
            word.text += line.slice(at, end - 1);
            word.literal = false;
            at = end - 1;
        }
        word.text += line.charAt(at);
    }
    return -1;
}
/** Where `$NAME`, `${...}`, `$(...)` or a back-quoted command that starts at `start` ends. */
function endOfExpansion(line, start) {
    if (line.charAt(start) === "`")
        return after(line.indexOf("`", start + 1), line);
    if (line.charAt(start + 1) === "{")
        return after(line.indexOf("}", start), line);
    if (line.charAt(start + 1) !== "(")
        return start + 1;
    let depth = 0;
    for (let at = start + 1; at < line.length; at++) {
        if (line.charAt(at) === "(")
            depth++;
        if (line.charAt(at) === ")" && --depth === 0)
            return at + 1;
    }
    return line.length;
}
function after(at, line) {
    return at < 0 ? line.length : at + 1;
}

;// CONCATENATED MODULE: ./lib/project/shell-script.js
/** Whether a text is a shell script as far as its first line tells. */
function isShell(text) {
    return !text.includes("\0") && (!text.startsWith("#!") || /^#!.*\b(?:ba|da|z|k)?sh\b/.test(text));
}
/** Whether a script has functions, or texts among its commands, so that not every line of it is run in order. */
function hasFunctions(text) {
    return /^[ \t]*(?:function[ \t]|[\w-]+[ \t]*\(\))|<</m.test(text);
}
/** The lines of a script, each with those that a backslash at its end adds. */
function logicalLines(text) {
    const lines = [];
    let parts = [];
    for (const [index, raw] of text.split(/\r?\n/).entries()) {
        const goesOn = /(?<!\\)(?:\\\\)*\\$/.test(raw);
        parts.push(goesOn ? raw.slice(0, -1) : raw);
        if (goesOn)
            continue;
        lines.push({ text: parts.join(""), line: index + 2 - parts.length });
        parts = [];
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/project/web-command.js




const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const WRAPPERS = [
    ...["exec", "env", "nohup", "time", "newrelic-admin", "run-program", "ddtrace-run"],
    ...["opentelemetry-instrument", "poetry", "pipenv", "uv", "run", "then", "else", "do", "{", "!"],
];
const OPENS = ["if", "for", "while", "until", "case", "select", "{"];
const CLOSES = ["fi", "done", "esac", "}"];
const TESTS = ["[", "[[", "test"];
const BACKGROUND = /(?:^|[^&>])&(?:[^&>]|$)/;
const DEEPEST = 3;
// Each is a process of git; scripts may start each other without end.
const MOST_SCRIPTS = 10;
// Where Heroku unpacks the app.
const HOME = "/app";
/** Whether it, or a script of its, leaves something running in the background with a lone `&`. */
function hasBackground({ text, scripts }) {
    return [text, ...scripts].some((each) => BACKGROUND.test(each));
}
/**
 * The web line taken apart, `sh -c "..."` and the commit's own shell scripts included; undefined when there is none.
 * `pythonPath` is what PYTHONPATH is ahead of it.
 */
function* readWebCommand(web, tree, pythonPath) {
    if (!web)
        return undefined;
    const scripts = [];
    const shell = { folder: ".", pythonPath, variables: new Map() };
    const commands = [];
    const source = { file: web.file, certain: true, depth: 0, expanded: false };
    yield* read([{ text: web.command, line: web.line }], shell, source);
    return { file: web.file, line: web.line, text: web.command, scripts, commands };
    function* read(lines, start, source) {
        let shell = start;
        let nesting = 0;
        for (const { line, all, tested } of lines.flatMap((each) => commandsOf(each, source))) {
            const [opening = ""] = all.map(({ text }) => text);
            if (OPENS.includes(opening))
                nesting++;
            const first = all.findIndex(({ text }) => !ASSIGNMENT.test(text) && !WRAPPERS.includes(text));
            const words = first < 0 ? [] : all.slice(first);
            const assigned = all.slice(0, all.length - words.length);
            const here = assigning(shell, assigned);
            const { file, depth } = source;
            const certain = source.certain && nesting === 0 && !tested;
            if (words.length === 0 || words[0]?.text === "export")
                shell = assigning(shell, all);
            if (words[0]?.text === "cd")
                shell = { ...shell, folder: moved(shell.folder, words[1]) };
            if (CLOSES.includes(opening))
                nesting--;
            const inner = depth < DEEPEST ? innerScript(words) : undefined;
            if (inner !== undefined) {
                const { text, literal } = inner;
                yield* read([{ text, line }], here, { file, certain, depth: depth + 1, expanded: !literal });
                continue;
            }
            if (words.length > 0)
                commands.push({ file, line, words, ...here, certain });
            const script = depth < DEEPEST && scripts.length < MOST_SCRIPTS ? scriptOf(words, here, tree) : undefined;
            if (script === undefined)
                continue;
            const text = (yield [script]).get(script)?.toString("utf8");
            if (text === undefined || !isShell(text))
                continue;
            scripts.push(text);
            const isSure = certain && !hasFunctions(text);
            const inside = { file: script, certain: isSure, depth: depth + 1, expanded: false };
            yield* read(logicalLines(text), here, inside);
        }
    }
}
/** The commands of a line, and whether a test before them on it may keep the shell from them: `[ -n "$A" ] && b || c`. */
function commandsOf({ text, line }, { expanded }) {
    const commands = parseShell(text).map((all) => expanded ? all.map((word) => ({ ...word, literal: word.literal && !/[$`]/.test(word.text) })) : all);
    const programs = commands.map((all) => all.find(({ text }) => !WRAPPERS.includes(text))?.text ?? "");
    const test = programs.findIndex((program) => TESTS.includes(program));
    return commands.map((all, index) => ({ all, line, tested: test >= 0 && index > test }));
}
/** The text after `sh -c`. */
function innerScript(words) {
    const shell = words.findIndex(({ text }) => isShellName(text));
    const option = words[shell + 1]?.text ?? "";
    return shell >= 0 && /^-[a-z]*c$/.test(option) ? words[shell + 2] : undefined;
}
/** The path of `bash start.sh` or `./start.sh`, where the commit has such a file. */
function scriptOf([program, ...rest], { folder }, tree) {
    if (!program)
        return undefined;
    const started = isShellName(program.text) ? rest.find(({ text }) => !text.startsWith("-")) : program;
    if (!started?.literal || (started === program && !program.text.includes("/")))
        return undefined;
    const path = moved(folder, started);
    return path !== undefined && isRegular(tree.files.get(path)) ? path : undefined;
}
function isShellName(text) {
    return /^(?:ba|da|z|k)?sh$/.test(external_node_path_.posix.basename(text));
}
/** Where a path leads from a folder; undefined when a variable or a path out of the app decides. */
function moved(from, to) {
    const text = to?.text
        .replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, HOME)
        .replace(/^\$(?:PWD|\{PWD\})(?=\/|$)/, ".");
    if (text === undefined || to === undefined)
        return ".";
    if (!to.literal && /[$`]/.test(text))
        return undefined;
    if (text === HOME)
        return ".";
    if (text.startsWith(`${HOME}/`))
        return inTree(text.slice(HOME.length + 1));
    return from === undefined ? undefined : inTree(from, text);
}
function assigning(shell, words) {
    const assignments = words.filter(({ text }) => ASSIGNMENT.test(text));
    if (assignments.length === 0)
        return shell;
    const variables = new Map(shell.variables);
    for (const word of assignments) {
        const equals = word.text.indexOf("=");
        variables.set(word.text.slice(0, equals), { ...word, text: word.text.slice(equals + 1) });
    }
    const set = assignments.find(({ text }) => text.startsWith("PYTHONPATH="));
    return { ...shell, variables, pythonPath: set ? pythonPathOf(set, shell) : shell.pythonPath };
}
/** The folders of PYTHONPATH after the assignment `PYTHONPATH=...`. */
function pythonPathOf(set, { folder, pythonPath }) {
    const isItself = (text) => /^\$\{?PYTHONPATH\}?$/.test(text);
    const folders = set.text.slice("PYTHONPATH=".length).split(":");
    return [
        ...folders
            .filter((text) => !isItself(text))
            .map((text) => moved(folder, { ...set, text, literal: !text.includes("$") })),
        ...(folders.some(isItself) ? pythonPath : []),
    ];
}

;// CONCATENATED MODULE: ./lib/project/web-target.js
/** Reads `module:attribute`, with gunicorn's default where no attribute is written. */
function targetOf(written, place, root) {
    const colon = written.indexOf(":");
    const module = colon < 0 ? written : written.slice(0, colon);
    const attribute = colon < 0 ? "application" : written.slice(colon + 1);
    return { module, attribute, file: place.file, line: place.line, root: root ?? "." };
}

;// CONCATENATED MODULE: ./lib/project/gunicorn-command.js





const MENTIONS = [
    ...["install", "uninstall", "echo", "printf", "which", "pkill", "killall", "type", "command"],
    ...["[", "[[", "test"],
];
/** How a command starts gunicorn; undefined when it does not. */
function gunicornCommand(command) {
    const { words, variables, folder, pythonPath, file, line, certain } = command;
    const at = words.findIndex(({ text }, index) => external_node_path_.posix.basename(text) === "gunicorn" ||
        (/^gunicorn(?:\.app\.wsgiapp)?$/.test(text) && words[index - 1]?.text === "-m"));
    if (at < 0 || words.slice(0, at).some(({ text }) => MENTIONS.includes(text)))
        return undefined;
    const given = readGunicornArguments(words.slice(at + 1));
    const inVariable = argumentsIn(variables.get("GUNICORN_CMD_ARGS"));
    const options = new Map([...inVariable.options, ...given.options]);
    const binds = given.binds.length > 0 ? given.binds : inVariable.binds;
    const target = options.has("paste") ? undefined : given.target;
    const root = options.has("chdir") ? moved(folder, options.get("chdir")) : folder;
    const workerClass = options.get("worker-class");
    const added = options.get("pythonpath");
    const addedFolders = added?.text.split(",").map((text) => moved(root, { ...added, text })) ?? [];
    const folders = [...addedFolders, root, ...pythonPath];
    return {
        root,
        isOpen: given.target === undefined && !options.has("paste"),
        gunicorn: {
            ...{ file, line, certain },
            target: target?.literal ? targetOf(target.text, { file, line }, root) : undefined,
            bareBracket: given.target?.bareBracket ?? false,
            searchPath: folders.every((each) => each !== undefined) ? [...new Set(folders)] : undefined,
            binds: binds.map(({ text, literal }) => ({ text, literal, file, line })),
            workerClass: workerClass && { text: workerClass.text, literal: workerClass.literal, file, line },
            config: configOf(options.get("config"), folder),
        },
    };
}
// gunicorn reads options, though no target, from this variable; its command line wins (gunicorn 27, app/base.py).
function argumentsIn(variable) {
    const words = (variable && shlexSplit(variable.text)) ?? [];
    return readGunicornArguments(words.map((text) => ({ text, literal: !/[$`]/.test(text), bareBracket: false })));
}
function configOf(given, folder) {
    if (!given)
        return folder && external_node_path_.posix.join(folder, "gunicorn.conf.py");
    return given.text.startsWith("python:")
        ? undefined
        : moved(folder, { ...given, text: given.text.replace(/^file:/, "") });
}

;// CONCATENATED MODULE: ./lib/project/gunicorn-config.js



const MOVES_SEARCH_PATH = /chdir|pythonpath|sys[ \t]*\.[ \t]*path/;
/** Reads a gunicorn.conf.py without running it: what it gives once, at the margin, as a text or a list of texts. */
function readGunicornConfig(text) {
    const movesSearchPath = MOVES_SEARCH_PATH.test(text);
    const source = readPythonSource(text);
    const isOpen = source === "unreadable" || source.hasUnseenNames;
    const values = isOpen ? new Map() : plainValues(source.body);
    const [target] = textsOf(values.get("wsgi_app"));
    const [workerClass] = textsOf(values.get("worker_class"));
    return { target, workerClass, binds: textsOf(values.get("bind")), movesSearchPath };
}
function plainValues(body) {
    const times = new Map();
    for (const statement of body) {
        for (const node of walk(statement))
            if (node.nodeType === "Name" && node.ctx.nodeType === "Store")
                times.set(node.id, (times.get(node.id) ?? 0) + 1);
    }
    const values = new Map();
    for (const statement of body) {
        if (statement.nodeType !== "Assign")
            continue;
        const [target] = statement.targets;
        if (target?.nodeType === "Name" && times.get(target.id) === 1)
            values.set(target.id, statement.value);
    }
    return values;
}
/** The texts of a value; none when any part of it is something else. */
function textsOf(value) {
    const parts = value?.nodeType === "List" || value?.nodeType === "Tuple" ? value.elts : value ? [value] : [];
    const texts = parts.flatMap((part) => {
        const text = textOf(part);
        return text === undefined ? [] : [{ text, line: part.lineno }];
    });
    return texts.length === parts.length ? texts : [];
}

;// CONCATENATED MODULE: ./lib/project/gunicorn.js



/** How the web process starts gunicorn; undefined when none of its commands does. */
function* readGunicorn(web) {
    const started = web?.commands.map(gunicornCommand).find((found) => found !== undefined);
    if (!started)
        return undefined;
    const { config } = started.gunicorn;
    if (config === undefined)
        return { ...started.gunicorn, searchPath: undefined };
    const text = (yield [config]).get(config)?.toString("utf8");
    return text === undefined ? started.gunicorn : configured(started, config, text);
}
/** What the configuration file adds; what the command line says wins. */
function configured({ gunicorn, isOpen, root }, file, text) {
    const { target, binds, workerClass, movesSearchPath } = readGunicornConfig(text);
    const placed = (value) => ({
        ...value,
        literal: true,
        file,
    });
    return {
        ...gunicorn,
        target: isOpen && target ? targetOf(target.text, { file, line: target.line }, root) : gunicorn.target,
        searchPath: movesSearchPath ? undefined : gunicorn.searchPath,
        binds: gunicorn.binds.length > 0 ? gunicorn.binds : binds.map(placed),
        workerClass: gunicorn.workerClass ?? (workerClass && placed(workerClass)),
    };
}

;// CONCATENATED MODULE: ./lib/project/procfile.js
// The rule that the Procfile specification quotes for Cedar: the colon is optional, the blank after it is
// not, and a line that does not match is ignored without a word. The name's length is the Platform API's.
// POSIX blanks only: JavaScript's \s would skip a byte order mark, which hides the first line from Cedar.
const LINE = /^[ \t\v\f\r]*([A-Za-z0-9_-]{1,128}):?[ \t\v\f\r]+([^ \t\v\f\r].*)$/s;
/** Reads a Procfile as Heroku's Cedar does. Takes the file's text with any byte order mark kept; never throws. */
function parseProcfile(text) {
    const lines = text.split("\n");
    const processes = new Map();
    for (const [index, line] of lines.entries()) {
        const process = parseProcfileLine(line);
        if (process)
            processes.set(process.name, { ...process, line: index + 1 });
    }
    return { processes, lines };
}
/** What Cedar takes one line for; undefined when it ignores it. */
function parseProcfileLine(line) {
    const [, name, command] = LINE.exec(line) ?? [];
    return name === undefined || command === undefined ? undefined : { name, command: command.trimEnd() };
}

;// CONCATENATED MODULE: ./lib/project/module-clues.js
const NAMES_A_MODULE = /\b(?:from_object|from_pyfile|from_envvar|import_string|import_module)\(\s*["']([\w./:]{1,200})["']/g;
const TELLING = /(?:^|\/)(?:[^/]*(?:config|settings|models?)[^/]*|(?:models?|entities|config|settings)\/[^/]+)\.py$/i;
const FOLDERS_APART = /(?:^|\/)(?:tests?|testing|migrations|alembic|scripts?|docs?|examples?|v?env|\.[^/]+|node_modules|site-packages)\//i;
const FILES_APART = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|gunicorn[._]conf(?:ig)?|setup)\.py$/i;
/** The modules, classes and files that Python names in strings: `from_object("config.Production")`. */
function module_clues_namesIn(text) {
    return [...text.matchAll(NAMES_A_MODULE)].map(([, name = ""]) => name);
}
/** Whether a file holds, by its name, configuration or models of the app. */
function isTelling(path) {
    return TELLING.test(path) && !FOLDERS_APART.test(path) && !FILES_APART.test(path);
}

;// CONCATENATED MODULE: ./lib/project/module-location.js


/** Finds a dotted module below the folders of a search path, in Python's order: package, file, plain folder. */
function locateModule(tree, searchPath, module) {
    return locateParts(tree, searchPath, module.split(".")).at(-1) ?? { kind: "missing" };
}
/** As `locateModule`, with the packages on the way, outermost first. Ends at the first part that is no file or folder. */
function locateParts(tree, searchPath, parts) {
    const found = [];
    let folders = searchPath;
    for (const part of parts) {
        const location = module_location_first(folders.map((folder) => locateIn(tree, folder, part)));
        found.push(location);
        const folder = folderOf(location);
        // A plain module has no submodules: what is asked of it below is missing.
        folders = folder === undefined ? [] : [folder];
        if (location.kind === "missing" || location.kind === "unknown")
            break;
    }
    return found;
}
/** The folder of a package's modules; undefined for a plain module. */
function folderOf(location) {
    if (location.kind === "folder")
        return location.path;
    if (location.kind !== "file" || external_node_path_.posix.basename(location.path) !== "__init__.py")
        return undefined;
    return external_node_path_.posix.dirname(location.path);
}
/** A folder without __init__.py counts only where no other place has the module. */
function module_location_first(locations) {
    return (locations.find(({ kind }) => kind === "file" || kind === "unknown") ??
        locations.find(({ kind }) => kind === "folder") ?? { kind: "missing" });
}
function locateIn(tree, folder, name) {
    const { files, folders, compiled } = tree;
    if (!/^\w+$/u.test(name))
        return { kind: "missing" };
    if (!folders.has(folder))
        return { kind: "unknown" };
    const base = external_node_path_.posix.join(folder, name);
    for (const path of [`${base}/__init__.py`, `${base}.py`]) {
        if (files.has(path))
            return isRegular(files.get(path)) ? { kind: "file", path } : { kind: "unknown" };
    }
    const linked = files.has(base) && !isRegular(files.get(base));
    if (linked || compiled.has(base) || compiled.has(`${base}/__init__`))
        return { kind: "unknown" };
    return folders.has(base) ? { kind: "folder", path: base } : { kind: "missing" };
}

;// CONCATENATED MODULE: ./lib/project/python-modules.js





// Enough for an app of some 300,000 lines; it bounds the time that a hostile repository can take.
const MAX_SOURCE_BYTES = 12 * 1024 * 1024;
const MAX_UNLOADED = 60;
/**
 * Reads what the web process starts with and, from import to import, every file of the commit that it surely loads.
 * Where the start itself is uncertain, all of them are only perhaps loaded.
 */
function* readModules(tree, gunicorn, start) {
    const reached = new Map();
    const external = [];
    const given = { gunicorn, webTarget: start?.target, start };
    const modules = { ...given, reached, perhaps: new Map(), unloaded: new Map(), external };
    if (!start)
        return { ...modules, entry: undefined };
    const { searchPath } = start;
    if (!searchPath)
        return { ...modules, entry: { kind: "unknown" } };
    const locations = locateStart(tree, start, searchPath);
    const main = start.isMain ? pathsOf(locations).at(-1) : undefined;
    const budget = sourceBudget(tree);
    const perhaps = new Map();
    const unloaded = new Map();
    const later = new Set();
    const isNew = (path) => !reached.has(path) && !perhaps.has(path);
    if (!start.certain)
        for (const path of pathsOf(locations))
            later.add(path);
    yield* load(start.certain ? pathsOf(locations) : [], reached, function* (file, { imports }, text) {
        for (const path of namedFiles(tree, searchPath, file, text))
            later.add(path);
        for (const wanted of imports) {
            const { paths, isExternal } = resolve(tree, searchPath, file, wanted);
            if (isExternal)
                external.push({ ...wanted, file });
            if (wanted.guard === "none")
                yield* paths;
            else if (mayLoad(wanted))
                for (const path of paths)
                    later.add(path);
        }
    });
    yield* load([...later], perhaps, function* (file, { imports }, text) {
        yield* namedFiles(tree, searchPath, file, text);
        for (const wanted of imports.filter(mayLoad))
            yield* resolve(tree, searchPath, file, wanted).paths;
    });
    const telling = [...tree.files.keys()].filter((path) => isNew(path) && isTelling(path));
    yield* load(telling.slice(0, MAX_UNLOADED), unloaded, () => []);
    return { ...modules, perhaps, unloaded, entry: locations.at(-1) };
    /** Reads files and, round by round, those that `follow` finds in them. */
    function* load(paths, into, follow) {
        for (let next = budget(paths.filter(isNew)); next.length > 0;) {
            const sources = yield next;
            const found = new Set();
            for (const file of next) {
                const text = sources.get(file)?.toString("utf8");
                const facts = text === undefined ? "unreadable" : readPythonSource(text, file === main);
                into.set(file, facts);
                if (facts === "unreadable")
                    continue;
                for (const path of follow(file, facts, text ?? ""))
                    found.add(path);
            }
            next = budget([...found].filter(isNew));
        }
    }
}
function mayLoad({ guard }) {
    return guard !== "main" && guard !== "typing";
}
/** The files that a module names in a string, as dotted module, class of one, or path. */
function namedFiles(tree, searchPath, from, text) {
    return module_clues_namesIn(text)
        .flatMap((name) => [
        ...[inTree(external_node_path_.posix.dirname(from), name), inTree(name)].filter((path) => path !== undefined && isRegular(tree.files.get(path))),
        ...pathsOf(locateParts(tree, searchPath, name.split(/[.:]/))),
    ])
        .filter((path) => path !== undefined);
}
/** Lets paths through as long as their sizes stay below the limit, together and over all calls. */
function sourceBudget(tree) {
    let bytes = 0;
    return (paths) => paths.filter((path) => {
        bytes += tree.files.get(path)?.size ?? 0;
        return bytes <= MAX_SOURCE_BYTES;
    });
}
/** Where the start is, with the packages around it. A package is started by its `__main__.py`. */
function locateStart(tree, { code, isMain }, searchPath) {
    if (code.kind === "file") {
        if (isRegular(tree.files.get(code.path)))
            return [{ kind: "file", path: code.path }];
        // Itself or a folder above it may be a link or a submodule.
        const isBehind = code.path
            .split("/")
            .some((_, index, parts) => tree.files.has(parts.slice(0, index + 1).join("/")));
        return [{ kind: isBehind ? "unknown" : "missing" }];
    }
    const parts = code.name.split(".");
    const locations = locateParts(tree, searchPath, parts);
    const last = locations.at(-1);
    const isPackage = last !== undefined && folderOf(last) !== undefined;
    return isMain && isPackage ? locateParts(tree, searchPath, [...parts, "__main__"]) : locations;
}
function resolve(tree, searchPath, from, { module, names, level }) {
    const parts = module === "" ? [] : module.split(".");
    const start = level === 0 ? searchPath : packageAbove(from, level);
    const locations = locateParts(tree, start, parts);
    const isExternal = level === 0 && locations[0]?.kind === "missing";
    const last = locations.at(-1);
    const folder = last ? folderOf(last) : start[0];
    const complete = locations.length === parts.length && folder !== undefined;
    const submodules = complete ? names.map((name) => locateModule(tree, [folder], name)) : [];
    return { paths: pathsOf([...locations, ...submodules]), isExternal };
}
function packageAbove(file, level) {
    const folder = inTree(external_node_path_.posix.dirname(file), "../".repeat(level - 1));
    return folder === undefined ? [] : [folder];
}
function pathsOf(locations) {
    return locations.flatMap((location) => (location.kind === "file" ? [location.path] : []));
}

;// CONCATENATED MODULE: ./lib/project/python-path.js




const UNKNOWN = [undefined];
const python_path_KEYWORDS = ["then", "else", "do", "{", "!"];
// What these lead to is not followed.
const LEADS_ELSEWHERE = ["source", ".", "eval", "cd"];
// Nobody writes more by hand; a hostile repository shall not make this a long search.
const python_path_MOST_SCRIPTS = 10;
const MOST_FOLDERS = 20;
/**
 * The folders of PYTHONPATH when a process of the app starts, one undefined where it cannot be known: from the action's
 * `config-vars`, app.json's `env`, and the scripts that Heroku sources ahead of the process (`.profile.d/*.sh`,
 * `.profile`). The app's own folder always stays: Heroku's Python buildpack puts it there.
 */
function* readPythonPath(tree, texts, configVars) {
    const given = [configVars.PYTHONPATH, inAppJson(texts.get("app.json"))];
    const before = given.flatMap((value) => (value === undefined ? [] : foldersOf(value)));
    const scripts = [...tree.files.keys()]
        .filter((path) => /^\.profile(?:\.d\/[^/]+\.sh)?$/.test(path) && isRegular(tree.files.get(path)))
        .sort();
    const contents = scripts.length > 0 ? yield scripts.slice(0, python_path_MOST_SCRIPTS) : new Map();
    const added = [...contents.values()].flatMap((bytes) => addedBy(bytes.toString("utf8")));
    const all = [...new Set([...added, ...before, "."])];
    return all.length > MOST_FOLDERS || contents.size < scripts.length ? UNKNOWN : all;
}
/** The value that app.json gives it; null when another is made up or asked for. */
function inAppJson(json) {
    try {
        const { env } = Object(JSON.parse(json ?? "{}"));
        const { PYTHONPATH: given } = Object(env);
        if (given === undefined)
            return undefined;
        const { value } = typeof given === "string" ? { value: given } : Object(given);
        return typeof value === "string" ? value : null;
    }
    catch {
        return undefined;
    }
}
function foldersOf(value) {
    const word = { text: `PYTHONPATH=${value}`, literal: true, bareBracket: false };
    return value === null ? UNKNOWN : pythonPathOf(word, { folder: ".", pythonPath: [] });
}
/** What a script may add. An assignment may stand under a condition, so it is never taken to replace what there is. */
function addedBy(script) {
    const commands = logicalLines(script).flatMap(({ text }) => parseShell(text));
    const starts = commands.map((words) => words.find(({ text }) => !python_path_KEYWORDS.includes(text))?.text ?? "");
    if (starts.some((start) => LEADS_ELSEWHERE.includes(start)))
        return UNKNOWN;
    return commands
        .flat()
        .filter(({ text }) => /\bPYTHONPATH(?::|\+)?=/.test(text))
        .flatMap((word) => word.text.startsWith("PYTHONPATH=") ? pythonPathOf(word, { folder: ".", pythonPath: [] }) : UNKNOWN);
}

;// CONCATENATED MODULE: ./lib/project/python-request.js
/** The files that can name the app's Python. The first that the commit has decides: Heroku's Python buildpack (v351). */
const PYTHON_FILES = (/* unused pure expression or super */ null && (["runtime.txt", ".python-version", "Pipfile.lock"]));
/**
 * The mistakes in `.python-version` that the buildpack looks for (heroku-buildpack-python#1970): no dot at the front, an
 * ending, another sign for the hyphen, blanks at the end. It stops even when there is a file of the right name as well.
 */
const MISSPELT_PYTHON_VERSION = /^(?:python-version|\.python-version\.txt|\.python[_.]version|\.python-version\s+)$/;
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?$/;
/** What the deciding file says; undefined when none says anything, so that Heroku takes its default. */
function pythonRequest(texts) {
    return runtimeTxt(texts) ?? pythonVersionFile(texts) ?? pipfileLock(texts);
}
/** runtime.txt: one line `python-3.14`, or with a patch; since 2025-11 comment lines are passed over as well. */
function runtimeTxt(texts) {
    return fromLines("runtime.txt", texts.get("runtime.txt"), "python-");
}
/** .python-version: one line `3.14`, or with a patch, in UTF-8 without a byte order mark. */
function pythonVersionFile(texts) {
    return fromLines(".python-version", texts.get(".python-version"), "");
}
function fromLines(file, text, prefix) {
    if (text === undefined)
        return undefined;
    const lines = text
        .split("\n")
        .map((content, index) => ({ content, line: index + 1 }))
        .filter(({ content }) => !/^[ \t\r\v\f]*(?:#[\s\S]*)?$/.test(content));
    const [first, second] = lines;
    if (!first)
        return { file, kind: "empty", line: 1, found: undefined };
    const found = minorIn(text);
    if (/[\0\uFEFF\uFFFD]/.test(text))
        return { file, kind: "encoding", line: 1, found };
    if (second)
        return { file, kind: "several", line: second.line, found };
    const written = first.content.replace(/^[ \t\r\v\f]+|[ \t\r\v\f]+$/g, "");
    const version = written.startsWith(prefix) ? written.slice(prefix.length) : "";
    return fromVersion(file, version, first.line) ?? { file, kind: "malformed", line: first.line, found };
}
/** Pipfile.lock counts only where pipenv installs from it, and its version is optional. */
function pipfileLock(texts) {
    const text = texts.get("Pipfile.lock");
    if (text === undefined || texts.has("requirements.txt"))
        return undefined;
    const version = lockedVersion(text);
    return version === undefined ? undefined : fromVersion("Pipfile.lock", version, 1);
}
function lockedVersion(json) {
    try {
        const { _meta } = Object(JSON.parse(json));
        const { requires } = Object(_meta);
        const { python_full_version: full, python_version: short } = Object(requires);
        return [full, short].find((value) => typeof value === "string");
    }
    catch {
        return undefined;
    }
}
function fromVersion(file, version, line) {
    const match = VERSION.exec(version);
    if (!match)
        return undefined;
    const [, major, minor, patch] = match;
    return {
        file,
        kind: "version",
        major: Number(major),
        minor: Number(minor),
        patch: patch === undefined ? undefined : Number(patch),
        line,
    };
}
function minorIn(text) {
    const minor = /(?<![\d.])3\.(\d{1,2})(?!\d)/.exec(text.replaceAll("\0", ""))?.[1];
    return minor === undefined ? undefined : Number(minor);
}

;// CONCATENATED MODULE: ./lib/project/scanner.js
/** Thrown inside a grammar of ours when the text does not fit; caught where the grammar begins. */
class Unreadable extends Error {
}
/** Walks through a text with sticky regular expressions. */
class Scanner {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text;
    }
    /** The text that `pattern` (sticky) matches here, and goes past it; undefined when it does not match. */
    take(pattern) {
        pattern.lastIndex = this.#at;
        const match = pattern.exec(this.#text)?.[0];
        this.#at += match?.length ?? 0;
        return match;
    }
    /** As `take`, but throws Unreadable when it does not match. */
    expect(pattern) {
        const match = this.take(pattern);
        if (match === undefined)
            throw new Unreadable();
        return match;
    }
    blanks() {
        this.take(/[ \t]+/y);
    }
    get done() {
        return this.#at >= this.#text.length;
    }
}
/** What `grammar` makes of the whole text, undefined when the text does not fit it. */
function parseAll(text, grammar) {
    const scanner = new Scanner(text);
    try {
        const value = grammar(scanner);
        return scanner.done ? value : undefined;
    }
    catch (error) {
        if (error instanceof Unreadable)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/project/markers.js


// The names that packaging accepts, the dotted ones of PEP 345 among them.
const VARIABLE = /(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y;
const VERSIONS = ["python_version", "python_full_version", "implementation_version", "platform_release"];
/** Reads a marker such as `python_version < "3.11"`; undefined when it is none. */
function parseMarker(text) {
    return parseAll(text, marker);
}
function marker(scanner) {
    const groups = [[atom(scanner)]];
    for (let word = scanner.take(/(?:and|or)\b/y); word !== undefined; word = scanner.take(/(?:and|or)\b/y)) {
        if (word === "or")
            groups.push([]);
        groups.at(-1)?.push(atom(scanner));
    }
    return { kind: "any", of: groups.map((of) => ({ kind: "all", of })) };
}
function atom(scanner) {
    scanner.blanks();
    if (scanner.take(/\(/y) === undefined)
        return test(scanner);
    const inner = marker(scanner);
    scanner.expect(/\)[ \t]*/y);
    return inner;
}
function test(scanner) {
    const left = operand(scanner);
    const operator = scanner.expect(/in\b|not[ \t]+in\b|===|==|~=|!=|<=|>=|<|>/y).replace(/[ \t]+/, " ");
    scanner.blanks();
    return { kind: "test", left, operator, right: operand(scanner) };
}
function operand(scanner) {
    const name = scanner.take(VARIABLE);
    const text = name === undefined ? scanner.take(/'[^']*'|"[^"]*"/y) : undefined;
    scanner.blanks();
    if (name !== undefined)
        return { variable: modern(name) };
    if (text !== undefined)
        return { value: text.slice(1, -1) };
    throw new Unreadable();
}
function modern(name) {
    const variable = name.replace(".", "_");
    return variable === "python_implementation" ? "platform_python_implementation" : variable;
}
/** Whether a marker holds in an environment, for one requested extra (or none). */
function holds(marker, environment, extra = "") {
    const inner = (part) => holds(part, environment, extra);
    if (marker.kind !== "test")
        return marker.kind === "any" ? marker.of.some(inner) : marker.of.every(inner);
    const { left, operator, right } = marker;
    const variable = "variable" in left ? left.variable : "variable" in right ? right.variable : "";
    const normal = variable === "extra" ? canonicalName : (text) => text;
    const value = (side) => normal("value" in side ? side.value : side.variable === "extra" ? extra : (environment[side.variable] ?? ""));
    return compare(value(left), operator, value(right), VERSIONS.includes(variable));
}
function compare(left, operator, right, asVersions) {
    if (operator === "in")
        return right.includes(left);
    if (operator === "not in")
        return !right.includes(left);
    if (asVersions && isSpecifier(operator + right))
        return fits(left, operator + right);
    // Text has no order: packaging takes <= and >= for equality, < and > for never.
    if (operator === "!=")
        return left !== right;
    return ["==", "===", "<=", ">="].includes(operator) && left === right;
}
function isSpecifier(text) {
    return parseAll(text.trim(), (scanner) => scanner.expect(SPECIFIER)) !== undefined;
}

;// CONCATENATED MODULE: ./lib/project/dependency.js



const dependency_NAME = /[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9_])?/y;
/** Reads one dependency; undefined when it is none. In a URL, a `;` after a blank starts the marker. */
function parseDependency(text) {
    const semicolon = text.includes("@") ? text.search(/[ \t];/) : text.indexOf(";");
    const markerText = semicolon < 0 ? "" : text.slice(text.indexOf(";", semicolon) + 1).trim();
    const marker = markerText === "" ? undefined : parseMarker(markerText);
    if (semicolon >= 0 && marker === undefined)
        return undefined;
    const target = parseAll((semicolon < 0 ? text : text.slice(0, semicolon)).trim(), nameAndTarget);
    return target && { ...target, marker };
}
/** Reads what stands before a marker: name, extras, and a specifier or a URL. */
function parseNameAndTarget(text) {
    return parseAll(text.trim(), nameAndTarget);
}
function nameAndTarget(scanner) {
    const name = scanner.expect(dependency_NAME);
    scanner.blanks();
    const extras = extraNames(scanner);
    scanner.blanks();
    if (scanner.take(/@[ \t]*/y) !== undefined) {
        return { name, extras, specifier: "", url: scanner.expect(/[^ \t]+/y) };
    }
    return { name, extras, specifier: specifiers(scanner), url: undefined };
}
function extraNames(scanner) {
    const extras = [];
    if (scanner.take(/\[[ \t]*/y) === undefined)
        return extras;
    const first = scanner.take(dependency_NAME);
    if (first !== undefined) {
        extras.push(first);
        while (scanner.take(/[ \t]*,[ \t]*/y) !== undefined)
            extras.push(scanner.expect(dependency_NAME));
    }
    scanner.expect(/[ \t]*\]/y);
    return extras;
}
function specifiers(scanner) {
    const opened = scanner.take(/\([ \t]*/y) !== undefined;
    const found = [];
    for (let clause = scanner.take(SPECIFIER); clause !== undefined; clause = scanner.take(SPECIFIER)) {
        found.push(clause.replace(/\s+/g, ""));
        scanner.blanks();
        if (scanner.take(/,[ \t]*/y) === undefined)
            break;
    }
    if (opened)
        scanner.expect(/[ \t]*\)/y);
    return found.join(",");
}

;// CONCATENATED MODULE: ./lib/project/requirement-line.js



const SCHEMES = /^(?:https?|file|ftp|ssh|git|hg|bzr|sftp|svn|git\+(?:https?|ssh|git|file)|hg\+(?:file|https?|ssh|static-http)|svn\+(?:ssh|https?|svn|file)|bzr\+(?:https?|ssh|sftp|ftp|lp|file)):/i;
const VCS = /^(?:ssh|git|hg|bzr|sftp|svn|(?:git|hg|svn|bzr)\+[a-z-]+):/i;
const ARCHIVE = /\.(?:whl|zip|tar|tgz|tbz|txz|tlz|tar\.(?:gz|bz2|xz|lz|lzma))$/i;
const PROJECT_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
/** Reads the requirement of a line as pip's install_req_from_line; undefined when pip refuses it. */
function parseRequirement(text, tree) {
    const isUrl = SCHEMES.test(text);
    const separator = isUrl ? "; " : ";";
    const at = text.indexOf(separator);
    const markerText = at < 0 ? "" : text.slice(at + separator.length).trim();
    const marker = markerText === "" ? undefined : parseMarker(markerText);
    if (markerText !== "" && marker === undefined)
        return undefined;
    const target = (at < 0 ? text : text.slice(0, at)).trim();
    if (isUrl)
        return fromUrl(target, marker);
    const folder = folderAt(target, tree);
    if (looksLikePath(target) && folder !== undefined) {
        return isInstallable(tree, folder) ? { kind: "unnamed", target, marker } : undefined;
    }
    if (ARCHIVE.test(withoutExtras(target)) && !isNamedUrl(target))
        return fromUrl(target, marker);
    const dependency = parseNameAndTarget(target);
    return dependency && { kind: "named", ...dependency, marker };
}
/** Reads the value of `-e` as pip's install_req_from_editable; undefined when pip refuses it. */
function parseEditable(text, tree) {
    const named = parseNameAndTarget(text.split(" ;", 1)[0] ?? "");
    if (named?.url !== undefined) {
        return VCS.test(named.url) || /^file:/i.test(named.url)
            ? { kind: "named", ...named, marker: undefined }
            : undefined;
    }
    if (/^file:/i.test(text))
        return fromUrl(text, undefined);
    if (VCS.test(text)) {
        const wanted = fromUrl(text, undefined);
        return wanted?.kind === "named" ? wanted : undefined;
    }
    return folderAt(text, tree) !== undefined
        ? { kind: "unnamed", target: text, marker: undefined }
        : undefined;
}
function fromUrl(url, marker) {
    const wheel = /([^/-]+)-([^/-]+)(?:-[0-9][^/-]*)?-[^/-]+-[^/-]+-[^/-]+\.whl(?:$|[?#])/.exec(url);
    if (wheel)
        return { kind: "named", name: wheel[1] ?? "", extras: [], specifier: `==${wheel[2]}`, url, marker };
    const egg = /[#&]egg=([^&]*)/.exec(url)?.[1];
    if (egg === undefined)
        return { kind: "unnamed", target: url, marker };
    return PROJECT_NAME.test(egg)
        ? { kind: "named", name: egg, extras: [], specifier: "", url, marker }
        : undefined;
}
function looksLikePath(text) {
    return text.includes("/") || text.startsWith(".");
}
/** The folder of the commit that a path (with extras, perhaps) names. pip resolves it from where it runs: the root. */
function folderAt(text, tree) {
    const path = inTree(withoutExtras(text));
    return path !== undefined && tree.folders.has(path) ? path : undefined;
}
function withoutExtras(path) {
    return path.endsWith("]") && path.includes("[") ? path.slice(0, path.lastIndexOf("[")).trimEnd() : path;
}
function isNamedUrl(text) {
    const at = text.indexOf("@");
    return at >= 0 && !looksLikePath(text.slice(0, at));
}

;// CONCATENATED MODULE: ./lib/project/requirement-lines.js
// What Python's str.splitlines takes for the end of a line.
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
/**
 * The lines of a requirements file as pip joins and cleans them: a backslash at the very end continues a line,
 * a line that is only a comment never continues, a comment starts at a `#` after white space or at the start.
 */
function requirement_lines_logicalLines(text) {
    const joined = [];
    let open;
    for (const [index, physical] of text.split(LINE_END).entries()) {
        const isComment = physical.trimStart().startsWith("#");
        const continues = physical.endsWith("\\") && !isComment;
        const own = continues
            ? physical.replace(/^\\+/, "").replace(/(?<!\\)\\+$/, "")
            : isComment
                ? ` ${physical}`
                : physical;
        const lastLine = index + 1;
        const line = open
            ? { ...open, text: open.text + own, lastLine, source: `${open.source}\n${physical}` }
            : { text: own, line: lastLine, lastLine, source: physical };
        open = continues ? line : undefined;
        if (!continues)
            joined.push(line);
    }
    if (open)
        joined.push(open);
    return joined
        .map((line) => ({ ...line, text: withoutComment(line.text).trim() }))
        .filter((line) => line.text !== "");
}
function withoutComment(text) {
    for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at + 1)) {
        if (at === 0 || text.charAt(at - 1).trim() === "")
            return text.slice(0, at);
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/project/requirement-options.js

const requirement_options_FLAGS = ["no-index", "prefer-binary", "require-hashes", "no-require-hashes", "pre"];
const VALUES = [
    "index-url",
    "pypi-url",
    "extra-index-url",
    "constraint",
    "requirement",
    "editable",
    "find-links",
    "no-binary",
    "only-binary",
    "all-releases",
    "only-final",
    "trusted-host",
    "use-feature",
    "hash",
    "config-settings",
];
const requirement_options_SHORT = new Map([
    ["i", "index-url"],
    ["c", "constraint"],
    ["r", "requirement"],
    ["e", "editable"],
    ["f", "find-links"],
    ["C", "config-settings"],
]);
/**
 * Splits a logical line at its first word that starts with a dash, and reads what follows as pip's option parser
 * (optparse: `-rfile`, `--req=file`, abbreviations) does. Undefined for what pip 26 refuses.
 */
function splitOptions(text) {
    const words = text.split(" ");
    const first = words.findIndex((word) => word.startsWith("-"));
    if (first < 0)
        return { requirement: text, options: new Map() };
    const args = shlexSplit(words.slice(first).join(" "));
    const options = args && parseOptions(args);
    return options && { requirement: words.slice(0, first).join(" "), options };
}
function parseOptions(args) {
    const options = new Map();
    const rest = args[Symbol.iterator]();
    for (const word of rest) {
        if (word === "--")
            break;
        if (!word.startsWith("-") || word === "-")
            continue;
        const option = word.startsWith("--") ? longOption(word.slice(2)) : shortOption(word.slice(1));
        if (!option)
            return undefined;
        const value = option.takesValue ? (option.value ?? rest.next().value) : (option.value ?? "");
        if (value === undefined || !acceptable(option.name, value))
            return undefined;
        append(options, option.name, [value]);
    }
    return options;
}
/** Adds values to those that an option already has. */
function append(options, name, values) {
    const known = options.get(name) ?? [];
    for (const value of values)
        known.push(value);
    options.set(name, known);
}
function longOption(word) {
    const equals = word.indexOf("=");
    const typed = equals < 0 ? word : word.slice(0, equals);
    const all = [...requirement_options_FLAGS, ...VALUES];
    const matches = all.includes(typed) ? [typed] : all.filter((name) => name.startsWith(typed));
    const [name] = matches;
    if (name === undefined || matches.length > 1)
        return undefined;
    const takesValue = VALUES.includes(name);
    if (!takesValue && equals >= 0)
        return undefined;
    return {
        name: name === "pypi-url" ? "index-url" : name,
        takesValue,
        value: equals < 0 ? undefined : word.slice(equals + 1),
    };
}
function shortOption(word) {
    const name = requirement_options_SHORT.get(word.charAt(0));
    return name === undefined ? undefined : { name, takesValue: true, value: word.slice(1) || undefined };
}
function acceptable(name, value) {
    if (name === "hash")
        return /^sha(256|384|512):/.test(value);
    if (name === "config-settings")
        return value.includes("=");
    return true;
}

;// CONCATENATED MODULE: ./lib/project/requirements.js








const NOWHERE = { text: "", line: 1, lastLine: 1, source: "" };
const MAX_LINE = 4096;
const MAX_FILES = 100;
const MAX_LINES = 20_000;
/** Whether requirements.txt lists one of these packages for Heroku, each by its canonical name. */
function lists({ requirements }, ...keys) {
    return requirements?.entries.some(({ key, active }) => active && keys.includes(key)) ?? false;
}
/** Whether all of it was read and has a name. What was not, or only a build would name, may bring any package. */
function isFullyKnown({ problems, unnamed }) {
    return problems.length === 0 && !unnamed.some(({ active }) => active);
}
/**
 * Reads a requirements file and what it includes, in pip's order and by pip's rules (26.2, Heroku's), with markers
 * evaluated for `environment`. Never throws: what could not be read is in `problems`.
 */
function* readRequirements(path, tree, environment) {
    const entries = [];
    const unnamed = [];
    const constraints = [];
    const options = new Map();
    const problems = [];
    const lines = [];
    const wide = [];
    let files = 0;
    yield* readFile(path, false, [], { file: path, ...NOWHERE });
    return { entries, unnamed, constraints, options, problems, lines, wide };
    function* readFile(file, constraint, includedBy, from) {
        if (includedBy.includes(file))
            return void problems.push({ ...from, kind: "recursive" });
        if (++files > MAX_FILES)
            return void problems.push({ ...from, kind: "too-large" });
        const bytes = (yield [file]).get(file);
        if (!bytes)
            return void problems.push({ ...from, kind: "missing-file", path: file });
        const text = decodeRequirements(bytes);
        if (text === undefined)
            return void problems.push({ file, ...NOWHERE, kind: "bad-encoding" });
        if (isWide(bytes) && !wide.includes(file))
            wide.push(file);
        const stack = [...includedBy, file];
        for (const line of requirement_lines_logicalLines(text)) {
            if (lines.length >= MAX_LINES)
                return void problems.push({ file, ...line, kind: "too-large" });
            const place = { file, ...line };
            lines.push(place);
            yield* readLine(place, constraint, stack);
        }
    }
    function* readLine(place, constraint, stack) {
        const parts = splitOptions(place.text);
        if (!parts)
            return void problems.push({ ...place, kind: "bad-line" });
        if (parts.requirement.length > MAX_LINE)
            return void problems.push({ ...place, kind: "long-line" });
        const editable = parts.requirement === "" ? parts.options.get("editable")?.[0] : undefined;
        if (parts.requirement !== "" || editable !== undefined) {
            const wanted = editable === undefined ? parseRequirement(parts.requirement, tree) : parseEditable(editable, tree);
            if (!wanted || (constraint && editable !== undefined))
                return void problems.push({ ...place, kind: "bad-line" });
            return add(wanted, { ...place, editable: editable !== undefined }, constraint, parts.options);
        }
        const [requirement] = parts.options.get("requirement") ?? [];
        const included = requirement ?? parts.options.get("constraint")?.[0];
        if (included !== undefined)
            return yield* include(included, requirement === undefined, place, stack);
        for (const [name, values] of parts.options)
            append(options, name, values);
    }
    function* include(written, constraint, from, stack) {
        if (/^(?:https?|file):/i.test(written))
            return void problems.push({ ...from, kind: "remote-file" });
        // An absolute path, or one out of the app's folder, is not in what is pushed.
        const file = inTree(external_node_path_.posix.dirname(from.file), written);
        if (file === undefined)
            return void problems.push({ ...from, kind: "missing-file" });
        yield* readFile(file, constraint, stack, from);
    }
    function add(wanted, place, constraint, lineOptions) {
        const active = wanted.marker === undefined || holds(wanted.marker, environment);
        if (wanted.kind === "unnamed") {
            if (!constraint)
                unnamed.push({ ...place, target: wanted.target, active });
            return;
        }
        const { kind: _, ...dependency } = wanted;
        const hashes = lineOptions.get("hash")?.length ?? 0;
        const requirement = { ...dependency, ...place, key: canonicalName(wanted.name), hashes, active };
        (constraint ? constraints : entries).push(requirement);
    }
}

;// CONCATENATED MODULE: ./lib/project/option-of.js
/** The value of the last option of one of these names, written as `--name value`, `--name=value` or `-nvalue`. */
function optionOf(words, names) {
    let value;
    for (const [index, word] of words.entries()) {
        for (const name of names) {
            if (word.text === name)
                value = words[index + 1];
            const joined = name.startsWith("--") ? `${name}=` : name;
            if (word.text !== name && word.text.startsWith(joined))
                value = { ...word, text: word.text.slice(joined.length) };
        }
    }
    return value;
}

;// CONCATENATED MODULE: ./lib/project/flask-app.js




/** Which app `flask` loads: `--app`, else FLASK_APP, else wsgi.py or app.py. Follows `prepare_import` of Flask 3.1. */
function flaskApp({ variables, folder }, args, tree, texts) {
    const named = optionOf(args, ["--app", "-A"]) ?? variables.get("FLASK_APP");
    const written = named ?? inFiles(texts) ?? usual(tree, folder);
    if (!written?.literal)
        return undefined;
    const [path = "", name] = written.text.split(/:(?![\\/])/, 2);
    const base = moved(folder, { ...written, text: path.replace(/\.py$/, "") });
    if (base === undefined || base === ".")
        return undefined;
    let root = external_node_path_.posix.dirname(base);
    let module = external_node_path_.posix.basename(base);
    for (; tree.files.has(external_node_path_.posix.join(root, "__init__.py")) && root !== "."; root = external_node_path_.posix.dirname(root))
        module = `${external_node_path_.posix.basename(root)}.${module}`;
    return { module, attribute: /^\w+/.exec(name ?? "")?.[0], root, certain: named !== undefined };
}
/** Files that python-dotenv reads where it is installed. */
function inFiles(texts) {
    for (const file of [".env", ".flaskenv"]) {
        const [, text] = /^[ \t]*(?:export[ \t]+)?FLASK_APP[ \t]*=[ \t]*["']?([^\s"'#]+)/m.exec(texts.get(file) ?? "") ?? [];
        if (text !== undefined)
            return plain(text);
    }
    return undefined;
}
function usual(tree, folder) {
    const found = ["wsgi", "app"].find((name) => isRegular(tree.files.get(external_node_path_.posix.join(folder ?? ".", `${name}.py`))));
    return found === undefined ? undefined : plain(found);
}
function plain(text) {
    return { text, literal: true, bareBracket: false };
}

;// CONCATENATED MODULE: ./lib/project/program.js

const OPTIONS_WITH_VALUE = ["-W", "-X"];
/** The program of a simple command. */
function programOf(words) {
    const run = pythonRun(words);
    const name = external_node_path_.posix.basename((run?.module ?? words[0])?.text ?? "");
    const args = run?.module ? run.args : words.slice(1);
    return { name: name === "waitress" ? "waitress-serve" : name, args };
}
/** Reads a `python` command; undefined for another program, and where Python gets its code in the command itself. */
function pythonRun([program, ...rest]) {
    if (!/^(?:.*\/)?python[\d.]*$/.test(program?.text ?? ""))
        return undefined;
    for (let at = 0; at < rest.length; at++) {
        const word = rest[at];
        if (word?.text === "-m")
            return { script: undefined, module: rest[at + 1], args: rest.slice(at + 2) };
        if (word?.text === "-c" || word?.text === "-")
            return undefined;
        if (word && !word.text.startsWith("-"))
            return { script: word, module: undefined, args: rest.slice(at + 1) };
        if (OPTIONS_WITH_VALUE.includes(word?.text ?? ""))
            at++;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/project/start.js





const WSGI_SERVERS = ["waitress-serve", "uwsgi", "granian", "bjoern"];
const ASGI_SERVERS = ["uvicorn", "hypercorn", "daphne"];
const TARGET = /^[A-Za-z_][\w.]*:[A-Za-z_]\w*(?:\(.*\))?$/;
/** Finds what the web process starts with: what a server is given, or else the last Python file that is run. */
function startOf(web, gunicorn, tree, texts) {
    if (gunicorn)
        return byGunicorn(gunicorn);
    const commands = web?.commands ?? [];
    for (const command of commands) {
        const start = byServer(command) ?? byFlask(command, tree, texts);
        if (start)
            return start;
    }
    const last = commands.at(-1);
    const isBeside = web !== undefined && hasBackground(web);
    const start = last && byPython(last);
    return start && { ...start, certain: start.certain && !isBeside };
}
/** The start of an app of which nobody says how it is started. */
function likelyStart(target) {
    const name = target?.split(":", 1)[0];
    if (name === undefined)
        return undefined;
    const open = { isMain: false, factory: undefined, certain: false, target: undefined };
    return { ...open, by: "gunicorn", code: { kind: "module", name }, searchPath: ["."] };
}
function byGunicorn({ target, searchPath, certain }) {
    if (!target)
        return undefined;
    const factory = /^(\w+)\(/.exec(target.attribute)?.[1];
    const code = { kind: "module", name: target.module };
    return { by: "gunicorn", code, isMain: false, factory, searchPath, certain, target };
}
function byServer(command) {
    const { name: by, args } = programOf(command.words);
    const isWsgi = WSGI_SERVERS.includes(by);
    if (!isWsgi && !ASGI_SERVERS.includes(by))
        return undefined;
    const written = args.find(({ text, literal }) => literal && TARGET.test(text))?.text;
    if (written === undefined)
        return undefined;
    const isFactory = args.some(({ text }) => text === "--call" || text === "--factory");
    const target = targetOf(isFactory ? `${written}()` : written, command, command.folder);
    return {
        by,
        code: { kind: "module", name: target.module },
        isMain: false,
        factory: /^(\w+)\(/.exec(target.attribute)?.[1],
        searchPath: searchPathOf(command, command.folder),
        certain: command.certain,
        target: isWsgi ? target : undefined,
    };
}
function byFlask(command, tree, texts) {
    const { name, args } = programOf(command.words);
    if (name !== "flask" || !args.some(({ text }) => text === "run"))
        return undefined;
    const app = flaskApp(command, args, tree, texts);
    return (app && {
        by: "flask",
        code: { kind: "module", name: app.module },
        isMain: false,
        factory: app.attribute,
        searchPath: searchPathOf(command, app.root),
        certain: command.certain && app.certain,
        target: undefined,
    });
}
function byPython(command) {
    const run = pythonRun(command.words);
    const written = run?.script ?? run?.module;
    if (!run || !written)
        return undefined;
    const common = {
        by: "python",
        isMain: true,
        factory: undefined,
        certain: command.certain,
        target: undefined,
    };
    if (run.module)
        return run.module.literal
            ? {
                ...common,
                code: { kind: "module", name: run.module.text },
                searchPath: searchPathOf(command, command.folder),
            }
            : undefined;
    const path = written.literal && written.text.endsWith(".py") ? moved(command.folder, written) : undefined;
    return path === undefined
        ? undefined
        : { ...common, code: { kind: "file", path }, searchPath: searchPathOf(command, external_node_path_.posix.dirname(path)) };
}
function searchPathOf({ pythonPath }, first) {
    const folders = [first, ...pythonPath];
    return folders.every((folder) => folder !== undefined) ? [...new Set(folders)] : undefined;
}

;// CONCATENATED MODULE: ./lib/project/heroku-yml.js
/**
 * The command of `run: web:` in a heroku.yml, in the forms of Heroku's documentation: on the line of its key, below
 * it, or under `command:`. Undefined where there is none, or YAML of another form: then the image's own command may
 * run. Never throws.
 */
function runWeb(text) {
    const entries = text.split(/\r?\n/).flatMap((raw, index) => {
        const plain = raw.trim();
        const isNothing = plain === "" || plain.startsWith("#");
        return isNothing ? [] : [{ indent: raw.search(/\S/), text: plain, line: index + 1 }];
    });
    const run = entries.findIndex((entry) => entry.indent === 0 && isKey(entry, "run"));
    const web = child(entries, run, "web");
    const direct = textAt(entries, web);
    if (direct !== undefined)
        return direct;
    const command = child(entries, web, "command");
    return textAt(entries, command) ?? onlyItem(below(entries, command));
}
function isKey({ text }, key) {
    return new RegExp(`^${key}:(?:\\s|$)`).test(text);
}
/** The entries that belong to the one at an index. A list may stand as far left as its key. */
function below(entries, at) {
    const parent = entries[at];
    if (!parent)
        return [];
    const rest = entries.slice(at + 1);
    const isOutside = ({ indent, text }) => indent < parent.indent || (indent === parent.indent && !text.startsWith("- "));
    const end = rest.findIndex(isOutside);
    return end < 0 ? rest : rest.slice(0, end);
}
/** The index of a key directly below the entry at an index; -1 when there is none. */
function child(entries, at, key) {
    const inside = below(entries, at);
    const found = inside.findIndex((entry) => entry.indent === inside[0]?.indent && isKey(entry, key));
    return found < 0 ? -1 : at + 1 + found;
}
/** A text behind a key, with the lines below that go on with it. */
function textAt(entries, at) {
    const entry = entries[at];
    if (!entry)
        return undefined;
    const own = entry.text.replace(/^[\w-]+:\s*/, "");
    const lines = below(entries, at);
    if (own !== "" && !/^[>|][+-]?$/.test(own))
        return joined([{ ...entry, text: own }, ...lines]);
    const isText = own !== "" || (lines.length > 0 && !lines.some(({ text }) => /^(?:-|[\w-]+:)(?:\s|$)/.test(text)));
    return isText ? joined(lines) : undefined;
}
function onlyItem(items) {
    const [first, ...others] = items;
    if (!first?.text.startsWith("- ") || others.some(({ text }) => text.startsWith("- ")))
        return undefined;
    return joined([{ ...first, text: first.text.slice(2).trim() }, ...others]);
}
function joined(lines) {
    const [first] = lines;
    const written = lines.map(({ text }) => text).join(" ");
    const [, double, single] = /^(?:"((?:[^"\\]|\\["\\])*)"|'((?:[^']|'')*)')(?:\s+#.*)?$/.exec(written) ?? [];
    const command = double?.replace(/\\(["\\])/g, "$1") ??
        single?.replaceAll("''", "'") ??
        written.replace(/\s#.*$/, "").trimEnd();
    // What YAML gives another meaning at the start of a text.
    const isOther = double === undefined && single === undefined && /^[[{&*!|>"'%@`]/.test(command);
    return first === undefined || isOther ? undefined : { command, line: first.line };
}

;// CONCATENATED MODULE: ./lib/project/web-line.js

/** Where a Dockerfile builds the app, heroku.yml alone says what is run, or nothing does but the Dockerfile. */
function webLine(procfile, texts, container) {
    if (container === undefined) {
        const web = procfile?.processes.get("web");
        return web && { file: "Procfile", line: web.line, command: web.command };
    }
    const web = runWeb(texts.get("heroku.yml") ?? "");
    return web && { file: "heroku.yml", ...web };
}

;// CONCATENATED MODULE: ./lib/project/project-files.js












/** The files at the root that say how an app is built and run. */
const WELL_KNOWN = [
    ...["Procfile", "app.json", "heroku.yml", ".slugignore", ".gitattributes", ".gitmodules"],
    ...["runtime.txt", ".python-version", "requirements.txt", "Pipfile", "Pipfile.lock", "poetry.lock"],
    ...["uv.lock", "pyproject.toml", "setup.py", "setup.cfg", ".env", ".flaskenv"],
];
/** Reads those files of a commit that the checks look at, for an app that is given these config vars. */
function* readFiles(tree, container, configVars = {}) {
    const files = yield WELL_KNOWN;
    const texts = new Map([...files].map(([path, bytes]) => [path, bytes.toString("utf8")]));
    const procfileText = texts.get("Procfile");
    const procfile = procfileText === undefined ? undefined : parseProcfile(procfileText);
    const python = herokuPython(pythonRequest(texts));
    const requirements = files.has("requirements.txt")
        ? yield* readRequirements("requirements.txt", tree, herokuMarkers(python))
        : undefined;
    const web = yield* readWebCommand(webLine(procfile, texts, container), tree, yield* readPythonPath(tree, texts, configVars));
    const gunicorn = yield* readGunicorn(web);
    const foundApp = procfile ? undefined : yield* readFoundApp(tree);
    const start = startOf(web, gunicorn, tree, texts) ?? likelyStart(foundApp);
    const modules = yield* readModules(tree, gunicorn, start);
    return { texts, procfile, web, python, requirements, modules, code: readCode(modules), foundApp };
}

;// CONCATENATED MODULE: ./lib/project/syntax.js

const syntax_PROGRAM = __nccwpck_require__.ab + "syntax.py";
const LARGEST = 8 * 1024 * 1024;
// What no Python 3 takes, however new. `except A, B:` is not among it: Python 3.14 takes that again.
const PYTHON_2 = /^Missing parentheses in call to '(?:print|exec)'|^leading zeros in decimal integer/;
const PERHAPS_PYTHON_2 = /^multiple exception types must be parenthesized/;
/** Paths of the files that may be loaded, are there as text, and were refused by the bundled parser. */
function refusedFiles({ reached, perhaps }, contents) {
    return [...reached, ...perhaps].flatMap(([path, source]) => source === "unreadable" && contents.has(path) ? [path] : []);
}
/**
 * Asks an interpreter once whether these sources parse on Heroku's Python (`3.14.7`). They reach it as data
 * and are not run. An older interpreter than Heroku's cannot know newer syntax, so of its refusals only
 * those count that are Python 2. Never throws.
 */
async function askSyntax(interpreter, sources, python, temp) {
    const all = (verdict) => new Map([...sources.keys()].map((path) => [path, verdict]));
    if ("reason" in interpreter)
        return all({ kind: "unknown", reason: interpreter.reason });
    const wanted = Number(python.split(".")[1]);
    const files = Object.fromEntries([...sources].map(([path, bytes]) => [path, bytes.toString("utf8").replace(/^\uFEFF/, "")]));
    const input = Buffer.from(JSON.stringify({ minor: wanted, files }));
    const silent = all({ kind: "unknown", reason: "the Python of this job did not answer" });
    if (input.length > LARGEST)
        return silent;
    const answer = parseAnswer(await runPython(interpreter.path, temp, syntax_PROGRAM, input));
    if (!answer)
        return silent;
    return new Map([...sources.keys()].map((path) => [path, verdict(answer.files[path], answer.minor, wanted)]));
}
function verdict(said, minor, wanted) {
    const older = {
        kind: "unknown",
        reason: `this job's Python is 3.${minor}, older than Heroku's 3.${wanted}`,
    };
    if (said === null)
        return { kind: "fine" };
    const { line, message } = Object(said);
    if (typeof message !== "string")
        return { kind: "unknown", reason: "Python could not say" };
    const isPython2 = PYTHON_2.test(message);
    if (minor < wanted && !isPython2)
        return older;
    return {
        kind: "refused",
        line: typeof line === "number" && line > 0 ? line : null,
        isPython2: isPython2 || PERHAPS_PYTHON_2.test(message),
    };
}
function parseAnswer(json) {
    try {
        const { minor, files } = Object(JSON.parse(json ?? ""));
        return typeof minor === "number" ? { minor, files: Object(files) } : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/project/tested-environment.js
/**
 * What an interpreter says, if it can be the one that the tests ran with. A deploy job often has only a Python that
 * belongs to the machine, with whatever somebody once installed there, and to compare with that would call packages
 * missing or different that nobody tests with. So an interpreter that was merely found on PATH, and is no virtual
 * environment, counts only if it has every package that is listed.
 */
function testedEnvironment(dump, requirements, wasNamed) {
    const listed = requirements?.entries.filter(({ active }) => active) ?? [];
    const installed = listed.filter(({ key }) => dump.packages.has(key));
    if (installed.length === 0)
        return { packages: null, reason: "no listed package is installed in this job's Python" };
    if (installed.length < listed.length && !wasNamed && !dump.venv) {
        return {
            packages: null,
            reason: "the Python on PATH lacks listed packages, so it is hardly the one that the tests ran with; name that one in the `python` input",
        };
    }
    return { packages: dump.packages, stdlib: new Set(dump.stdlib), reason: "" };
}

;// CONCATENATED MODULE: ./lib/project/wanted-files.js





const FILE_WORD = /^(?:\.\/[\w./-]+|[\w./-]+\.(?:sh|py|ini|cfg|conf|toml|ya?ml))$/;
/** What the app needs and the commit lacks: for git to say whether it lies in the work tree. */
function wantedFiles(parts) {
    return [...inWebLine(parts), ...imported(parts), ...wanted_files_configured(parts), ...folders(parts)];
}
/** Those of the wanted files that git found in the work tree. */
function uncommittedFiles(wanted, states) {
    return wanted.flatMap((file) => {
        const state = states.get(file.path);
        return state ? [{ ...file, state }] : [];
    });
}
function inWebLine({ files, web, modules }) {
    if (!web || web.commands.some(({ words }) => words[0]?.text === "cd"))
        return [];
    const asked = (path, { file, line }) => path === undefined || files.has(path) ? [] : [{ path, use: "procfile", file, line }];
    const { webTarget, entry } = modules;
    const base = webTarget && inTree(webTarget.root, webTarget.module.replaceAll(".", "/"));
    const target = entry?.kind === "missing" && base !== undefined ? [`${base}.py`, `${base}/__init__.py`] : [];
    const inTarget = target.flatMap((path) => asked(path, webTarget ?? web));
    const inWords = web.commands.flatMap((command) => command.words
        .filter(({ text, literal }) => literal && FILE_WORD.test(text))
        .flatMap(({ text }) => asked(inTree(text), command)));
    return [...inTarget, ...inWords];
}
function imported({ files, modules, requirements }) {
    const { start: web, reached } = modules;
    const listed = new Set(requirements?.entries.map(({ key }) => key));
    const has = (base) => files.has(`${base}.py`) || files.has(`${base}/__init__.py`);
    return [...reached].flatMap(([file, source]) => {
        if (source === "unreadable")
            return [];
        return source.imports.flatMap(({ module, names, level, line, guard }) => {
            const parts = module === "" ? [] : module.split(".");
            if (guard !== "none" || (level === 0 && listed.has(canonicalName(parts[0] ?? ""))))
                return [];
            const above = inTree(external_node_path_.posix.dirname(file), "../".repeat(Math.max(level - 1, 0)));
            const start = level === 0 ? (web?.searchPath ?? []) : above === undefined ? [] : [above];
            const bases = start.map((folder) => external_node_path_.posix.join(folder, ...parts));
            // What a package's own code gives is not asked of a file.
            const ofPackage = bases.flatMap((base) => {
                const own = reached.get(external_node_path_.posix.join(base, "__init__.py"));
                if (own === undefined || own === "unreadable" || own.hasUnseenNames)
                    return [];
                return names
                    .filter((name) => own === source || !own.names.has(name))
                    .map((name) => external_node_path_.posix.join(base, name));
            });
            const missing = parts.length > 0 && !bases.some(has) ? bases : ofPackage.filter((base) => !has(base));
            return missing
                .flatMap((base) => [`${base}.py`, `${base}/__init__.py`])
                .map((path) => ({ path, use: "import", file, line }));
        });
    });
}
function wanted_files_configured({ files, code }) {
    return code.calls.flatMap(({ name, node, line, where }) => {
        if (!name.endsWith(".from_pyfile") || !isCertain(code, where))
            return [];
        const written = textOf(node.args[0]);
        const isSilent = node.keywords.some(({ arg }) => arg === "silent") || node.args.length > 1;
        if (written === undefined || isSilent)
            return [];
        const paths = [inTree(external_node_path_.posix.dirname(where.file), written), inTree("instance", written)].filter((path) => path !== undefined);
        if (paths.some((path) => files.has(path)))
            return [];
        return paths.map((path) => ({ path, use: "config", file: where.file, line }));
    });
}
function folders({ files, code }) {
    return code.calls.flatMap(({ name, node, line, where }) => {
        if (!/(?:^|\.)Flask$/.test(name) || where.loaded !== "surely")
            return [];
        return ["template_folder", "static_folder"].flatMap((option) => {
            const given = node.keywords.find(({ arg }) => arg === option)?.value;
            const written = given ? textOf(given) : option === "template_folder" ? "templates" : "static";
            const path = written === undefined ? undefined : inTree(external_node_path_.posix.dirname(where.file), written);
            if (path === undefined || path === "." || [...files.keys()].some((file) => file.startsWith(`${path}/`)))
                return [];
            return [{ path, use: "folder", file: where.file, line }];
        });
    });
}

;// CONCATENATED MODULE: ./lib/project/read.js














const DEFAULT = { kind: "default" };
/**
 * Reads what the commit of the workspace holds, from its objects alone: links are not followed and nothing is run.
 * Throws what `git` throws, and Failure PYTHON_NOT_FOUND, PYTHON_COMMITTED or PYTHON_FAILED for the `python` input.
 */
async function readProject(reader, options) {
    const git = listingOnce(reader);
    const { appDir, stack, configVars } = options;
    const commit = await git.head();
    const tree = tree_treeOf(await git.list(commit, appDir));
    const container = containerOf(tree.files, stack);
    const { value: parts, contents } = await feed(readFiles(tree, container, configVars), blobReader(git, tree.files));
    // What takes longest begins first: it runs beside all the rest.
    const index = readIndex(options, container ? undefined : parts.requirements);
    const environment = await readEnvironment(git, commit, options, parts.requirements);
    const syntax = await readSyntax(git, commit, options, parts, contents);
    const wanted = wantedFiles({ files: tree.files, ...parts });
    const states = (await git.onDisk?.(appDir, [...new Set(wanted.map(({ path }) => path))])) ?? new Map();
    return {
        commit,
        appDir,
        files: tree.files,
        container,
        contents,
        ...parts,
        environment,
        index: await index,
        syntax,
        uncommitted: uncommittedFiles(wanted, states),
    };
}
/** The same git, which lists each folder of a commit once. */
function listingOnce(git) {
    const known = new Map();
    return {
        ...git,
        list(commit, folder) {
            const listed = known.get(folder) ?? git.list(commit, folder);
            known.set(folder, listed);
            return listed;
        },
    };
}
/** Runs a reader to its end, and keeps all that it was given. */
async function feed(reading, read) {
    const contents = new Map();
    let step = reading.next();
    while (!step.done) {
        const given = await read(step.value);
        for (const [path, bytes] of given)
            contents.set(path, bytes);
        step = reading.next(given);
    }
    return { value: step.value, contents };
}
async function readEnvironment(git, commit, { python, run: { workspace }, temp }, requirements) {
    if (!requirements && python.kind !== "path")
        return { packages: null, reason: "the commit has no requirements.txt" };
    const freeze = freezePath(python);
    if (freeze !== undefined)
        return readFreeze(freeze, workspace, commit, git);
    const interpreter = await interpreterOf(git, commit, { python, run: { workspace } });
    if ("reason" in interpreter)
        return { packages: null, reason: interpreter.reason };
    const dump = await dumpEnvironment(interpreter.path, temp);
    if (dump)
        return testedEnvironment(dump, requirements, python.kind === "path");
    if (python.kind === "default")
        return { packages: null, reason: "the Python on PATH did not list its packages" };
    throw new failure/* Failure */.H("PYTHON_FAILED", "The interpreter in the `python` input did not list its packages.", {
        fix: "Give the path of a Python 3.8 or newer, or `off` to deploy without the comparison.",
    });
}
/** What the package index says of the pins that pip on Heroku would look up there. */
async function readIndex({ packageIndex, stack }, requirements) {
    if (!requirements)
        return { packages: null, reason: "pip gets no requirements.txt" };
    return askIndex(packageIndex, publicPins(requirements), glibcOn(stack));
}
/** What Python says of the files that the bundled parser refuses; most apps have none, and then nothing is run. */
async function readSyntax(git, commit, options, { modules, python }, contents) {
    const sources = new Map(refusedFiles(modules, contents).map((path) => [path, contents.get(path) ?? Buffer.alloc(0)]));
    if (sources.size === 0)
        return new Map();
    const python3 = freezePath(options.python) === undefined ? options.python : DEFAULT;
    return askSyntax(await interpreterOf(git, commit, { ...options, python: python3 }), sources, python, options.temp);
}
function interpreterOf(git, commit, { python, run: { workspace } }) {
    const isCommitted = async (folder) => {
        const files = await git.list(commit, ".");
        return folder === "." || files.some(({ path }) => path.startsWith(`${folder}/`));
    };
    return findInterpreter({ python, path: process.env.PATH ?? "", workspace, isCommitted });
}

;// CONCATENATED MODULE: ./lib/project/work-tree.js




/** Folders that no commit should hold, and that git is told to ignore as a rule. */
const PASSED_OVER = new Set([".git", ".venv", "node_modules", "__pycache__"]);
const NO_COMMIT = "0".repeat(40);
const MAX_ENTRIES = 200_000;
const work_tree_MAX_FILE_BYTES = 1024 * 1024;
const work_tree_AT_ONCE = 64;
/**
 * Reads the files of a folder as they lie, as if they were committed: links are not followed, and what is neither
 * file nor link (a pipe, a device) is not there, nor are virtual environments. `list` throws Failure FOLDER_TOO_LARGE.
 */
function workTree(folder) {
    return {
        head: async () => NO_COMMIT,
        list: async () => listFolder(folder),
        async read(paths) {
            const contents = new Map();
            for (let at = 0; at < paths.length; at += work_tree_AT_ONCE) {
                const some = paths.slice(at, at + work_tree_AT_ONCE);
                const read = await Promise.all(some.map(async (path) => [path, await contentOf(folder, path)]));
                for (const [path, content] of read)
                    if (content)
                        contents.set(path, content);
            }
            return contents;
        },
    };
}
async function listFolder(folder) {
    const entries = [];
    let seen = 0;
    for (const pending = ["."]; pending.length > 0;) {
        const parent = pending.pop() ?? ".";
        const children = await (0,promises_namespaceObject.readdir)((0,external_node_path_.join)(folder, parent), { withFileTypes: true }).catch(() => []);
        seen += children.length;
        if (seen > MAX_ENTRIES)
            throw tooLarge();
        if (parent !== "." && children.some(({ name }) => name === "pyvenv.cfg"))
            continue;
        const paths = [];
        for (const child of children) {
            const path = parent === "." ? child.name : `${parent}/${child.name}`;
            if (child.isDirectory() && !PASSED_OVER.has(child.name))
                pending.push(path);
            if (child.isFile() || child.isSymbolicLink())
                paths.push(path);
        }
        const found = await Promise.all(paths.map((path) => entryOf(folder, path)));
        entries.push(...found.filter((entry) => entry !== undefined));
    }
    return entries;
}
/** An entry as git would list it; its path stands in for an object id. */
async function entryOf(folder, path) {
    const status = await (0,promises_namespaceObject.lstat)((0,external_node_path_.join)(folder, path)).catch(() => undefined);
    if (status?.isSymbolicLink())
        return { path, mode: "120000", oid: path, size: status.size };
    if (!status?.isFile())
        return undefined;
    return { path, mode: status.mode & 0o100 ? "100755" : "100644", oid: path, size: status.size };
}
/** The bytes of a file; undefined when there no longer is a small regular one. Never waits for a pipe. */
async function contentOf(folder, path) {
    const flags = external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NOFOLLOW | external_node_fs_namespaceObject.constants.O_NONBLOCK;
    const file = await (0,promises_namespaceObject.open)((0,external_node_path_.join)(folder, path), flags).catch(() => undefined);
    if (!file)
        return undefined;
    try {
        const status = await file.stat();
        if (!status.isFile() || status.size > work_tree_MAX_FILE_BYTES)
            return undefined;
        const { buffer, bytesRead } = await file.read(Buffer.alloc(status.size), 0, status.size, 0);
        return buffer.subarray(0, bytesRead);
    }
    catch {
        return undefined;
    }
    finally {
        await file.close();
    }
}
function tooLarge() {
    return new failure/* Failure */.H("FOLDER_TOO_LARGE", "The folder holds more than 200,000 files.", {
        fix: "Name the app's own folder, or commit the app: a commit is read without what lies around it.",
    });
}

;// CONCATENATED MODULE: ./lib/checks/quote.js
const quote_LONGEST = 60;
/**
 * A name or a piece of text of the repository, fit for a message: on one line, without control, direction or
 * invisible characters and without code marks, cut to a length that a person reads. It may still say anything.
 */
function quote(text) {
    const plain = text
        .slice(0, 10 * quote_LONGEST)
        .replace(/[\p{C}\p{Zl}\p{Zp}`]+/gu, " ")
        .trim();
    const characters = [...plain];
    return `\`${characters.length > quote_LONGEST ? `${characters.slice(0, quote_LONGEST).join("")}…` : plain}\``;
}
/** The first of these, which are fit for a message already, and how many more there are: `a, b and 3 more`. */
function listed(items, most) {
    const more = items.length > most ? ` and ${items.length - most} more` : "";
    return items.slice(0, most).join(", ") + more;
}

;// CONCATENATED MODULE: ./lib/checks/tables.js
/** Whether the web process surely imports a package or a module of it. */
function imports({ modules }, name) {
    return modules.external.some(({ module }) => module === name || module.startsWith(`${name}.`));
}
/** The calls of Flask-SQLAlchemy's create_all in files that are or may be loaded. */
function createAllCalls({ code }) {
    return code.calls.filter(({ name, where }) => where.loaded !== "no" && /(?:^|\.)\w*(?:db|database)\w*\.create_all$/i.test(name));
}
/** The classes that are tables of Flask-SQLAlchemy. */
function modelClasses({ code }) {
    return code.classes.filter(({ bases }) => bases.some((base) => /(?:^|\.)\w*(?:db|database)\w*\.Model$/i.test(base)));
}

;// CONCATENATED MODULE: ./lib/checks/case-sensitive-like.js



const LIKE = ["like", "notlike", "not_like"];
const PARTS = ["contains", "startswith", "endswith"];
const TEXT_TYPE = /(?:^|\.)(?:String|Text|Unicode|UnicodeText|VARCHAR)(?:\(\))?$/;
// Measured: LIKE takes Hello for HELLO in SQLite, and not in PostgreSQL.
const caseSensitiveLike = {
    id: "case-sensitive-like",
    title: "A search finds the same on PostgreSQL as on SQLite",
    find(project) {
        const { code } = project;
        if (![...code.strings].some((text) => text.startsWith("sqlite:")))
            return [];
        const models = new Set(modelClasses(project).map(({ name }) => name));
        return code.calls
            .filter(({ where }) => where.loaded !== "no" && where.guard !== "main")
            .flatMap((call) => {
            const found = comparison(call, models, code) ?? statement(call);
            return found === undefined
                ? []
                : [
                    {
                        level: "warning",
                        file: call.where.file,
                        line: call.line,
                        problem: `${found.what} finds capital and small letters alike in SQLite, which you have at home, but tells them apart in ` +
                            "Heroku's PostgreSQL: a search for `hello` no longer finds `Hello`.",
                        fix: found.fix,
                    },
                ];
        });
    },
};
function comparison({ node }, models, code) {
    const { func, args } = node;
    if (func.nodeType !== "Attribute" || ![...LIKE, ...PARTS].includes(func.attr) || !hasLetters(args[0]))
        return undefined;
    const [model = "", column = "", ...more] = (dotted(func.value) ?? "").split(".").slice(-2);
    if (!models.has(model) || column === "" || more.length > 0)
        return undefined;
    const what = `${quote(`${column}.${func.attr}()`)}`;
    if (LIKE.includes(func.attr))
        return {
            what,
            fix: `Use ${quote(func.attr === "like" ? "ilike" : "notilike")}, which ignores the case in both.`,
        };
    if (!isTextColumn(`${model}.${column}`, code))
        return undefined;
    return {
        what,
        fix: `Use ${quote(`i${func.attr}`)} (SQLAlchemy 2), which ignores the case in both, or \`ilike\`.`,
    };
}
/** A constant without letters, such as `%`, has no case. */
function hasLetters(argument) {
    const text = textOf(argument);
    return argument !== undefined && (text === undefined || /\p{L}/u.test(text));
}
/** `contains` is also a question to relationships, lists and JSON: only columns that are declared as text count. */
function isTextColumn(name, { assigned }) {
    return [...assigned.values()].some((names) => (names.get(name) ?? []).some((value) => value.nodeType === "Call" && value.args.some((part) => TEXT_TYPE.test(dotted(part) ?? ""))));
}
function statement({ name, node }) {
    if (!/(?:^|\.)(?:text|execute)$/.test(name))
        return undefined;
    const sql = sqlOf(node);
    if (!/\bSELECT\b/i.test(sql) || !/\bLIKE\b/i.test(sql) || /\b(?:lower|upper)\s*\(/i.test(sql))
        return undefined;
    return {
        what: "`LIKE` in this SQL",
        fix: "Write `lower(column) LIKE lower(:pattern)`, which works in both.",
    };
}
function sqlOf({ args: [sql] }) {
    return textOf(sql) ?? "";
}

;// CONCATENATED MODULE: ./lib/checks/container-deploy.js
// What Heroku builds from a Dockerfile no buildpack looks at: that the checks about it are off is said here, once.
const containerDeploy = {
    id: "container-deploy",
    title: "The app is built by a buildpack",
    find({ container, files }) {
        if (container === undefined)
            return [];
        if (!files.has("heroku.yml")) {
            return [
                {
                    level: "error",
                    file: null,
                    line: null,
                    problem: "The workflow sets the stack to `container`, and a push to that stack is refused without a heroku.yml, which names " +
                        "the Dockerfile to build.",
                    fix: "Commit a heroku.yml with the lines `build:`, `  docker:` and `    web: Dockerfile`, or remove the `stack` input: then Heroku's Python buildpack builds the app.",
                },
            ];
        }
        return [
            {
                level: "notice",
                file: "heroku.yml",
                line: null,
                problem: "The app is built from a Dockerfile, as heroku.yml says, so nothing was checked that belongs to Heroku's Python " +
                    "buildpack: Procfile, packages, Python version.",
                fix: "Nothing to do if that is meant. If the buildpack should build the app, remove heroku.yml, or name a stack such as `heroku-24` in the `stack` input.",
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/project/allowed-version.js


/** Stands for the newest version there is; below a limit the newest ends in it: `2.9999`. */
const allowed_version_NEWEST = "9999";
/** Nobody writes more lines for one package; comparing thousands with each other would take minutes. */
const MOST_LINES = 50;
// Packages that keep SQLAlchemy below a version, so that what is not pinned is not the newest.
const HOLDS_SQLALCHEMY = ["sqlmodel", "apache-airflow", "apache-superset", "flask-appbuilder", "databases"];
/**
 * About the newest version of a package that pip may take on Heroku: the pinned one, `2.9999` for `<3`, `9999` without
 * a limit. Undefined when the package is not listed, by a URL, or over and over.
 */
function newestAllowed(requirements, key) {
    return lists({ requirements }, key) ? newestFitting(specifierOf(requirements, key)) : undefined;
}
/**
 * About the version of a package that pip would install on Heroku, whatever asks for it: as `newestAllowed`, also for a
 * package that is not listed. Undefined without a requirements.txt, or when it or a part of it cannot be read.
 */
function likelyVersion({ requirements }, key) {
    if (!requirements || requirements.problems.length > 0)
        return undefined;
    const specifier = specifierOf(requirements, key);
    const isHeld = key === "sqlalchemy" && specifier === "" && lists({ requirements }, ...HOLDS_SQLALCHEMY);
    return isHeld ? undefined : newestFitting(specifier);
}
/**
 * As `newestAllowed`, also for Werkzeug and Jinja2 that are not listed: Flask since 2.0 brings their newest.
 * Undefined when it is not known.
 */
function installedOnHeroku(requirements, key) {
    if (!requirements)
        return undefined;
    const { entries, constraints } = requirements;
    const isNamed = [...entries, ...constraints].some((entry) => entry.key === key);
    if (isNamed || !["werkzeug", "jinja2"].includes(key))
        return newestAllowed(requirements, key);
    const flask = newestAllowed(requirements, "flask");
    return flask !== undefined && fits(flask, ">=2.0") ? allowed_version_NEWEST : undefined;
}
/** Whether such a version is no pin, but the newest of all or below a limit. */
function isOpenEnded(version) {
    return version.includes(allowed_version_NEWEST);
}
/** All that binds the version of a package, as one specifier; undefined for a URL, and for more lines than anybody writes. */
function specifierOf({ entries, constraints }, key) {
    const lines = [...entries, ...constraints].filter((line) => line.key === key && line.active);
    if (lines.length > MOST_LINES || lines.some(({ url }) => url !== undefined))
        return undefined;
    return lines
        .map(({ specifier }) => specifier)
        .filter((text) => text !== "")
        .join(",");
}
/** About the newest version that fits a specifier; undefined when none does, or there is no specifier. */
function newestFitting(specifier) {
    if (specifier === undefined)
        return undefined;
    if (fits(allowed_version_NEWEST, specifier))
        return allowed_version_NEWEST;
    const bounds = [...specifier.matchAll(/(~=|===?|<=|<)\s*v?([\w.!+-]+?)(\.\*)?(?=,|$)/g)];
    return bounds
        .map(([, operator, version = "", wildcard]) => bound(operator ?? "", version, wildcard !== undefined))
        .find((version) => fits(version, specifier));
}
function bound(operator, version, isWildcard) {
    if (isWildcard)
        return `${version}.${allowed_version_NEWEST}`;
    if (operator === "~=")
        return `${version.split(".").slice(0, -1).join(".")}.${allowed_version_NEWEST}`;
    return operator === "<" ? allowed_version_below(version) : version;
}
/** A version that comes before a limit such as `3`, `2.1.0` or `2.0.31`, and after all others that do. */
function allowed_version_below(limit) {
    const parts = limit
        .replace(/(?:\.0+)+$/, "")
        .split(".")
        .map(Number);
    const last = parts.length - 1;
    return [...parts.slice(0, last), (parts[last] ?? 0) - 1, allowed_version_NEWEST].join(".");
}

;// CONCATENATED MODULE: ./lib/checks/create-all-context.js






// Flask-SQLAlchemy 3 wants to be told which app's tables are meant; 2.5 took the last app that it knew.
const createAllContext = {
    id: "create-all-context",
    title: "create_all is called in the app's context",
    find(project) {
        const version = likelyVersion(project, "flask-sqlalchemy");
        if (!imports(project, "flask_sqlalchemy") || (version !== undefined && !fits(version, ">=3.0.0.dev0")))
            return [];
        const isSure = version !== undefined && lists(project, "flask-sqlalchemy");
        return createAllCalls(project)
            .filter(({ where }) => !where.inContext && isCertain(project.code, where))
            .filter(({ where }) => !mayHaveContext(where.file, project))
            .map((call) => ({
            level: isSure && isFlaskSqlalchemy(call, project) ? "error" : "warning",
            file: call.where.file,
            line: call.line,
            problem: "`create_all()` runs when the app is loaded, outside of the app's context. Flask-SQLAlchemy 3 stops with " +
                "`RuntimeError: Working outside of application context`, and the web process does not start. At home a `flask` command or an older version let it pass.",
            fix: "Put it under `with app.app_context():`. Or take it out: the action makes the tables after each push.",
            ...indented(call, project),
        }));
    },
};
/** Whether the name before `create_all` is seen to be given an SQLAlchemy object, and the call is one of version 3. */
function isFlaskSqlalchemy({ name, node }, { code }) {
    const owner = name.split(".").at(-2) ?? "";
    const values = [...code.assigned.values()].flatMap((names) => names.get(owner) ?? []);
    const isMade = values.some((value) => value.nodeType === "Call" && /(?:^|\.)SQLAlchemy$/.test(dotted(value.func) ?? ""));
    return isMade && node.args.length + node.keywords.length === 0;
}
/** A push in another file or in a function may come before. */
function mayHaveContext(file, { code }) {
    return code.calls.some(({ name, where }) => /(?:context\(\)|context|ctx)\.push$/.test(name) &&
        where.loaded !== "no" &&
        (where.file !== file || where.function !== undefined));
}
/** The call under a `with`, where it has its line for itself and the file has one app. */
function indented({ alone, line, name, node, where }, { code }) {
    const assigned = [...(code.assigned.get(where.file) ?? [])];
    const [app, ...others] = assigned.filter(([, values]) => values.some(makesApp)).map(([name]) => name);
    if (!alone || app === undefined || others.length > 0 || node.args.length + node.keywords.length > 0)
        return {};
    const lines = [`with ${app}.app_context():`, `    ${name}()`];
    return { edits: [{ kind: "replace", file: where.file, from: line, to: line, lines }] };
}
function makesApp(value) {
    return (value.nodeType === "Call" && /^(?:flask\.)?Flask$|^(?:create|make)_app$/.test(dotted(value.func) ?? ""));
}

;// CONCATENATED MODULE: ./lib/project/migrations.js



const MAKES = /(?:^|\.)Migrate(?:\(\)\.init_app)?$/;
const WRITTEN = /^(.+)\/(?:script\.py\.mako|versions[^/]*\/[^/]+)$/;
/**
 * The folders of the commit that hold migrations: one called `migrations`, or one where what `flask db init` and
 * `flask db migrate` write lies beside its env.py. Those in which Flask-Migrate looks come first.
 */
function migrationsFolders(commit) {
    const isLookedIn = lookedIn(commit);
    const paths = [...commit.files.keys()];
    const written = new Set(paths.map((path) => WRITTEN.exec(path)?.[1]));
    return paths
        .filter((path) => path.endsWith("/env.py") && !/(?:^|\/)v?env\//.test(path))
        .map((path) => path.slice(0, -"/env.py".length))
        .filter((folder) => /(?:^|\/)migrations$/.test(folder) || written.has(folder))
        .toSorted((one, other) => Number(isLookedIn(other)) - Number(isLookedIn(one)));
}
/** Whether the app's tables come from Flask-Migrate: it is listed, and finds its migrations folder in the commit. */
function usesFlaskMigrate(project) {
    return lists(project, "flask-migrate") && migrationsFolders(project).some(lookedIn(project));
}
/** Which folders Flask-Migrate takes, as the one-off dyno runs it: from where gunicorn imports, then from the root. */
function lookedIn({ code, modules }) {
    const given = code.calls.filter((call) => isMigrate(call, code)).flatMap(directory);
    const names = ["migrations", ...given.map(textOf)];
    const roots = [modules.webTarget?.root ?? ".", "."];
    const known = new Set(names.flatMap((name) => (name === undefined ? [] : roots.map((root) => inTree(root, name)))));
    return (folder) => known.has(folder) || names.includes(undefined);
}
/** `Migrate(app, db)`, or the `init_app` of what it made: that of other extensions takes other things. */
function isMigrate({ name, where }, { assigned }) {
    if (where.loaded === "no")
        return false;
    const owner = /(?:^|\.)(\w+)\.init_app$/.exec(name)?.[1];
    if (owner === undefined)
        return MAKES.test(name);
    const values = [...assigned.values()].flatMap((names) => names.get(owner) ?? []);
    return values.some((value) => value.nodeType === "Call" && MAKES.test(dotted(value.func) ?? ""));
}
/** The folder that such a call is given. */
function directory({ node }) {
    const given = node.keywords.find(({ arg }) => arg === "directory")?.value ?? node.args[2];
    return given ? [given] : [];
}

;// CONCATENATED MODULE: ./lib/checks/create-all-never-runs.js


// A server imports the app; only `python app.py` runs what stands under `if __name__ == "__main__"`.
const createAllNeverRuns = {
    id: "create-all-never-runs",
    title: "create_all is not left to python app.py",
    find(project) {
        const calls = createAllCalls(project);
        const [first] = calls;
        if (!first || usesFlaskMigrate(project) || !calls.every((call) => onlyUnderMain(call, project)))
            return [];
        return [
            {
                level: "warning",
                file: first.where.file,
                line: first.line,
                problem: '`create_all()` is only called under `if __name__ == "__main__"`. `python app.py` at home runs that, gunicorn does not: ' +
                    "where nothing else makes the tables, the first query fails with `relation does not exist`.",
                fix: "Move it below the models, under `with app.app_context():`. The action makes the tables itself, unless its `tables` input is " +
                    "`off`; then you may leave it as it is.",
            },
        ];
    },
};
function onlyUnderMain({ where }, { code }) {
    if (where.guard === "main")
        return true;
    if (where.function === undefined || where.decorators.length > 0 || where.className !== undefined)
        return false;
    const uses = code.calls.filter(({ name }) => name.split(".").at(-1) === where.function);
    return uses.length > 0 && uses.every((use) => use.where.guard === "main");
}

;// CONCATENATED MODULE: ./lib/project/config-value.js

const READS_ENVIRONMENT = /(?:^|\.)(?:environ\.get|environ\.pop|getenv|env|env\.\w+|config|get_env\w*|env_var)$/;
const KEEPS = /^(?:strip|rstrip|lstrip|lower|encode|decode)$/;
const config_value_DEEPEST = 12;
const config_value_MOST = 24;
/**
 * What an expression may give, without running it: `os.environ.get("A", "x")` is the config var A or the text x.
 * Names are followed to every value that the code gives them. What it cannot follow is `unknown`.
 */
function valuesOf(node, file, code) {
    const values = evaluate(node, { file, code, seen: new Set() });
    return values.length > 0 ? values.slice(0, config_value_MOST) : config_value_UNKNOWN;
}
const config_value_UNKNOWN = [{ kind: "unknown" }];
function evaluate(node, scope) {
    if (!node || scope.seen.size > config_value_DEEPEST)
        return config_value_UNKNOWN;
    // A name that is given its own value again (`url = url.replace(...)`) adds nothing to what it may be.
    if (scope.seen.has(node))
        return [];
    const inner = { ...scope, seen: new Set([...scope.seen, node]) };
    const values = (part) => evaluate(part, inner);
    switch (node.nodeType) {
        case "Constant": {
            const text = textOf(node);
            if (node.value === null)
                return [{ kind: "none" }];
            return text === undefined ? config_value_UNKNOWN : [{ kind: "text", text, complete: true }];
        }
        case "JoinedStr":
            return node.values
                .map((part) => values(part))
                .reduce(config_value_joined, [{ kind: "text", text: "", complete: true }]);
        case "FormattedValue":
            return values(node.value);
        case "BinOp":
            if (node.op.nodeType === "Add")
                return config_value_joined(values(node.left), values(node.right));
            return node.op.nodeType === "Mod" ? values(node.left).map(incomplete) : config_value_UNKNOWN;
        case "BoolOp":
            if (node.op.nodeType !== "Or")
                return values(node.values.at(-1));
            return node.values.flatMap(values).filter(({ kind }) => kind !== "none");
        case "IfExp":
            return [...values(node.body), ...values(node.orelse)];
        case "NamedExpr":
            return values(node.value);
        case "Subscript": {
            const name = textOf(node.slice);
            if (/(?:^|\.)environ$/.test(dotted(node.value) ?? "") && name !== undefined)
                return [env(name)];
            return node.slice.nodeType === "Slice" ? values(node.value).map((value) => rewritten(value)) : config_value_UNKNOWN;
        }
        case "Name":
        case "Attribute":
            return config_value_named(dotted(node), inner);
        case "Call":
            return called(node, inner);
        default:
            return config_value_UNKNOWN;
    }
}
function called(node, scope) {
    const { func, args, keywords } = node;
    const [first, second] = args;
    const name = dotted(func) ?? "";
    const variable = textOf(first);
    if (READS_ENVIRONMENT.test(name) && variable !== undefined && /^[A-Za-z]\w*$/.test(variable)) {
        const fallback = second ?? keywords.find(({ arg }) => arg === "default")?.value;
        const others = fallback ? evaluate(fallback, scope).filter(({ kind }) => kind !== "none") : [];
        return [env(variable), ...others];
    }
    if (/^(?:re\.)?sub$/.test(name))
        return evaluate(args[2], scope).map((value) => rewritten(value, textOf(second)));
    if (name === "str")
        return evaluate(first, scope);
    if (/(?:^|\.)make_url$/.test(name))
        return evaluate(first, scope).map((value) => rewritten(value));
    if (func.nodeType === "Attribute") {
        const of = evaluate(func.value, scope);
        if (KEEPS.test(func.attr))
            return of;
        if (func.attr === "format")
            return of.map(incomplete);
        if (func.attr === "replace")
            return of.map((value) => rewritten(value, textOf(second)));
        return of.map((value) => (value.kind === "env" ? rewritten(value) : { kind: "unknown" }));
    }
    const returned = func.nodeType === "Name" ? config_value_inFiles(scope.code.returned, func.id, scope.file) : [];
    return returned.length > 0
        ? returned.flatMap(([file, value]) => evaluate(value, { ...scope, file }))
        : config_value_UNKNOWN;
}
function config_value_named(name, scope) {
    if (name === undefined)
        return config_value_UNKNOWN;
    const parts = name.split(".");
    const candidates = [parts.join("."), parts.slice(-2).join("."), parts.slice(-1).join(".")];
    for (const candidate of parts.length > 1 ? candidates : [name]) {
        const found = config_value_inFiles(scope.code.assigned, candidate, scope.file);
        if (found.length > 0)
            return found.flatMap(([file, value]) => evaluate(value, { ...scope, file }));
    }
    return config_value_UNKNOWN;
}
/** What a name stands for in this file or, when this file does not say, in all others. */
function config_value_inFiles(names, name, file) {
    const here = names.get(file)?.get(name);
    if (here)
        return here.map((value) => [file, value]);
    return [...names].flatMap(([other, values]) => (values.get(name) ?? []).map((value) => [other, value]));
}
function env(name) {
    return { kind: "env", name, rewritten: false, scheme: undefined };
}
function rewritten(value, scheme) {
    if (value.kind === "env")
        return { ...value, rewritten: true, scheme: scheme ?? value.scheme };
    return value.kind === "text" ? value : { kind: "unknown" };
}
function incomplete(value) {
    return value.kind === "text" ? { ...value, complete: false } : value;
}
/** Every combination of what may stand in front and what may follow. */
function config_value_joined(before, after) {
    return before
        .flatMap((left) => after.map((right) => {
        if (left.kind !== "text")
            return left.kind === "env" ? { ...left, rewritten: true } : { kind: "unknown" };
        if (right.kind === "text" && left.complete)
            return { ...right, text: left.text + right.text };
        if (right.kind === "env" && (right.rewritten || left.text === ""))
            return left.text === "" ? right : { ...right, rewritten: true, scheme: left.text };
        return { ...left, complete: false };
    }))
        .slice(0, config_value_MOST);
}

;// CONCATENATED MODULE: ./lib/project/config.js



// Configuration that the web process is not meant to run with.
const NOT_PRODUCTION = /dev|test|local|debug|ci$/i;
const DATABASE_KEYS = ["SQLALCHEMY_DATABASE_URI", "create_engine"];
const BIND_KEYS = ["SQLALCHEMY_BINDS", "SQLALCHEMY_ENGINES"];
const FROM_ELSEWHERE = /config\.from_(?:envvar|prefixed_env|file|json|pyfile)$/;
/** What the code may give to a key when gunicorn runs it: classes and files for development and tests left out. */
function config_configured(code, ...keys) {
    const settings = code.settings
        .filter(({ key, kind, where }) => keys.includes(key) && kind !== "environ" && where.guard !== "main")
        .filter(({ where }) => !NOT_PRODUCTION.test(where.className ?? "") && !isForDevelopment(where.file));
    if (settings.length === 0)
        return [];
    const open = decidedElsewhere(code);
    const chosen = chosenOwners(code);
    return settings.map((setting) => ({
        setting,
        values: valuesOf(setting.value, setting.where.file, code),
        certain: !open && isChosen(setting, chosen, code),
    }));
}
/** What may be the app's database URLs. */
function databaseUrls(code) {
    const binds = config_configured(code, ...BIND_KEYS).flatMap((bind) => {
        const { value, where } = bind.setting;
        const urls = value.nodeType === "Dict" ? value.values : [];
        return urls.map((url) => ({
            ...bind,
            setting: { ...bind.setting, value: url, line: url.lineno, lastLine: url.end_lineno ?? url.lineno },
            values: valuesOf(url, where.file, code),
        }));
    });
    return [...config_configured(code, ...DATABASE_KEYS), ...binds];
}
function isForDevelopment(file) {
    return /(?:^|[/_.-])(?:dev|devel|development|tests?|testing|local)(?:[/_.-]|\.py$)/i.test(file);
}
/** Whether a file, a config var or a value that only runs show can have the last word. */
function decidedElsewhere(code) {
    return configCalls(code).some(({ name, node, where }) => {
        if (where.loaded === "no" || where.guard === "main")
            return false;
        const [first] = node.args;
        if (FROM_ELSEWHERE.test(name))
            return true;
        if (/config\.from_object$/.test(name))
            return ownerOf(first, where, code) === undefined;
        // An update for tests, as in `create_app(test_config=None)`, is none for Heroku.
        const isForTests = /test/i.test((first && dotted(first)) ?? "");
        return (/config\.(?:update|from_mapping)$/.test(name) &&
            first !== undefined &&
            first.nodeType !== "Dict" &&
            !isForTests);
    });
}
/** The few calls that can be about configuration: a large app has ten thousand others. */
function configCalls({ calls }) {
    return calls.filter(({ name }) => name.includes("config."));
}
/** The class or module that `from_object` is given; undefined when only a run shows it. */
function ownerOf(argument, where, { assigned }) {
    const owner = argument && (textOf(argument) ?? dotted(argument));
    if (owner === undefined || owner.includes("("))
        return undefined;
    if (owner === "__name__")
        return moduleName(where.file);
    // A name in small letters may be a parameter, one that is assigned may be any of several.
    const isName = argument?.nodeType === "Name";
    const isUnclear = isName &&
        (assigned.get(where.file)?.has(owner) || (where.function !== undefined && !/^[A-Z]/.test(owner)));
    return isUnclear ? undefined : owner.split(/[.:]/).at(-1);
}
/** The last names of the classes and modules that `from_object` is surely given. */
function chosenOwners(code) {
    const given = configCalls(code).filter(({ name, where }) => /config\.from_object$/.test(name) && isCertain(code, where));
    const owners = given.map(({ node, where }) => ownerOf(node.args[0], where, code));
    return new Set(owners.filter((owner) => owner !== undefined));
}
function isChosen({ key, kind, where }, chosen, code) {
    if (where.loaded === "no" || where.guard !== "none")
        return false;
    if (kind === "app")
        return isCertain(code, where);
    if (kind === "module")
        return chosen.has(moduleName(where.file));
    return [...chosen].some((name) => definer(name, key, code, 0) === where.className);
}
/** The class, from this one upwards, that gives the key. */
function definer(name, key, code, depth) {
    if (code.settings.some((setting) => setting.key === key && setting.where.className === name))
        return name;
    if (depth > 5)
        return undefined;
    const bases = code.classes.find((known) => known.name === name)?.bases ?? [];
    for (const base of bases) {
        const found = definer(base.split(".").at(-1) ?? base, key, code, depth + 1);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/checks/database-url.js


const READS_IT = /(?:^|\.)(?:dj_database_url\.\w+|dj_db_url|Heroku)$/;
/** Whether anything that may be loaded knows DATABASE_URL, or cannot be read: then nothing is said to be amiss. */
function knowsDatabaseUrl({ calls, strings, hasUnreadable }) {
    return (hasUnreadable ||
        [...strings].some((text) => text.includes("DATABASE_URL")) ||
        calls.some(({ name, where }) => where.loaded !== "no" && READS_IT.test(name)));
}
/** The database URLs of files that are or may be loaded. */
function loadedUrls(code) {
    return databaseUrls(code).filter(({ setting }) => setting.where.loaded !== "no");
}
/** Whether a text is the URL of an SQLite database. */
function isSqlite(text) {
    return /^sqlite(?:\+\w+)?:/.test(text);
}
/** The scheme that Heroku's URL needs for the driver that is listed. */
function schemeOf(project) {
    if (lists(project, "psycopg", "psycopg-binary"))
        return "postgresql+psycopg://";
    return lists(project, "psycopg2", "psycopg2-binary") ? "postgresql+psycopg2://" : "postgresql://";
}
/** Python that reads Heroku's URL, in the scheme that SQLAlchemy takes, with a file at home. */
function readingDatabaseUrl(project, atHome = "sqlite:///app.db") {
    return `os.environ.get("DATABASE_URL", "${atHome}").replace("postgres://", "${schemeOf(project)}", 1)`;
}

;// CONCATENATED MODULE: ./lib/checks/database-url-hardcoded.js

const SERVER = /^[a-z]\w*(?:\+\w+)?:\/\//i;
const HERE = /^[a-z]\w*(?:\+\w+)?:\/\/(?:[^@]*@)?(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)?(?:[:/?]|$)/i;
const WITH_PASSWORD = /^[a-z]\w*(?:\+\w+)?:\/\/[^@/]*:[^@]+@/i;
// Nothing of the URL is ever quoted: any part of it may belong to a password.
const databaseUrlHardcoded = {
    id: "database-url-hardcoded",
    title: "The database's URL is not written in the code",
    find(project) {
        const isKnown = knowsDatabaseUrl(project.code);
        return loadedUrls(project.code).flatMap(({ setting, values, certain }) => {
            const written = values.filter(isServer);
            const [first] = written;
            if (!first)
                return [];
            const place = { file: setting.where.file, line: setting.line };
            const fix = `Read it from Heroku's config var: \`${readingDatabaseUrl(project)}\`.`;
            const leaks = written.some(({ text }) => WITH_PASSWORD.test(text) && !HERE.test(text));
            if (written.length === values.length && !isKnown) {
                const isHere = HERE.test(first.text);
                const problem = isHere
                    ? "The database's URL is written in the code and leads to this machine. On Heroku that is the dyno, where no database runs: every query fails with `Connection refused`."
                    : "The database's URL is written in the code, so the app does not use the Heroku Postgres of its own that DATABASE_URL leads to.";
                return [
                    { ...place, level: isHere && certain ? "error" : "warning", problem: problem + leak(leaks), fix },
                ];
            }
            if (!leaks)
                return [];
            const problem = `A database's URL with its password is written in the code.${leak(true)}`;
            return [{ ...place, level: "warning", problem, fix: `${fix} Then change that password.` }];
        });
    },
};
function isServer(value) {
    return value.kind === "text" && value.complete && SERVER.test(value.text) && !isSqlite(value.text);
}
function leak(leaks) {
    return leaks ? " Whoever can read the repository can read that database." : "";
}

;// CONCATENATED MODULE: ./lib/checks/database-url-unused.js


// Heroku Postgres writes its address into DATABASE_URL and nowhere else.
const databaseUrlUnused = {
    id: "database-url-unused",
    title: "The app reads DATABASE_URL",
    find(project) {
        const { code } = project;
        if (knowsDatabaseUrl(code))
            return [];
        return loadedUrls(code).flatMap(({ setting, values }) => {
            const source = sourceOf(values);
            return source === undefined
                ? []
                : [
                    {
                        level: "warning",
                        file: setting.where.file,
                        line: setting.line,
                        problem: `The database's URL is ${source}, and nothing reads DATABASE_URL. That is the config var in which Heroku ` +
                            "Postgres gives its address; at home, another one is set.",
                        fix: `Read it: \`${readingDatabaseUrl(project)}\`. Or set the config var that the app reads, and turn this check off.`,
                    },
                ];
        });
    },
};
/** Where a URL comes from, when it is neither Heroku's nor unknown; a clause that follows "is". */
function sourceOf(values) {
    if (values.some(({ kind }) => kind === "unknown"))
        return undefined;
    const read = values.find((value) => value.kind === "env");
    if (read?.kind === "env")
        return /^HEROKU_/.test(read.name) ? undefined : `read from ${quote(read.name)}`;
    const isBuilt = values.some((value) => value.kind === "text" &&
        !value.complete &&
        !isSqlite(value.text) &&
        /^\w+(?:\+\w+)?:\/\//.test(value.text));
    return isBuilt ? "put together from parts" : undefined;
}

;// CONCATENATED MODULE: ./lib/checks/is-flask-app.js

const is_flask_app_MAKES = /(?:Flask|SocketIO)\(\)$/;
// Enough for the app of a factory; more would be time for a hostile repository to take.
const is_flask_app_DEEPEST = 2;
const MOST_VALUES = 5;
const MOST_RESULTS = 20;
/** Whether a name of a file is a Flask app or a SocketIO: all that is assigned to it, there or where it comes from. */
function isFlaskApp(known, file, name, depth = 0) {
    const isKnown = known.assigned.get(file)?.has(name);
    const files = isKnown ? [file] : [...known.assigned.keys()];
    const values = files
        .flatMap((each) => (known.assigned.get(each)?.get(name) ?? []).map((value) => ({ file: each, value })))
        .filter(({ value }) => value.nodeType !== "Constant");
    const isBounded = values.length > 0 && values.length <= MOST_VALUES;
    return isBounded && values.every(({ file, value }) => is_flask_app_makesApp(known, file, value, depth));
}
function is_flask_app_makesApp(known, file, value, depth) {
    if (depth > is_flask_app_DEEPEST)
        return false;
    if (value.nodeType === "Name")
        return isFlaskApp(known, file, value.id, depth + 1);
    const called = value.nodeType === "Call" ? dotted(value) : undefined;
    if (called === undefined)
        return false;
    if (is_flask_app_MAKES.test(called))
        return true;
    const factory = /(\w+)\(\)$/.exec(called)?.[1] ?? "";
    // What its inner functions return is among them, a view's text for one; its own app comes last.
    const results = [...known.returned].flatMap(([each, returned]) => (returned.get(factory) ?? []).slice(-MOST_VALUES).map((result) => ({ file: each, result })));
    return results.slice(0, MOST_RESULTS).some(({ file, result }) => is_flask_app_makesApp(known, file, result, depth + 1));
}

;// CONCATENATED MODULE: ./lib/checks/listening.js
const UNHEARD = "Heroku asks on the port that it gives in $PORT, from outside of the dyno, hears nothing within 60 seconds and ends the " +
    "process (R10): every page answers 503.";
/** Whether a host, or a host and port, is one that only the dyno itself can reach. */
function isLoopback(address) {
    return /^(?:\w+:\/\/)?(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)(?=:|$)/i.test(address);
}

;// CONCATENATED MODULE: ./lib/checks/web-server-flask.js



const DEVELOPMENT = "Flask's development server is made for one developer: it is slow, and nothing restarts it when it hangs.";
const PRODUCTION = "Write `web: gunicorn app:app` instead (the module of your app, a colon, the Flask object in it), and add gunicorn to requirements.txt.";
/** What to say of `flask run` as the web process. */
function flaskRun({ texts }, { commands }) {
    for (const { words, variables, file, line, certain } of commands) {
        const { name, args } = programOf(words);
        const run = args.findIndex(({ text }) => text === "run");
        if (name !== "flask" || run < 0 || !certain)
            continue;
        const place = { file, line };
        const options = args.slice(run + 1);
        const host = optionOf(options, ["--host", "-h"]);
        const port = optionOf(options, ["--port", "-p"]);
        // `flask` takes its options from variables too; those in files are only read when python-dotenv is there.
        const isSet = (name) => variables.has(name) || [".env", ".flaskenv"].some((file) => texts.get(file)?.includes(name));
        const isFixed = port ? port.literal && !port.text.includes("$") : !isSet("FLASK_RUN_PORT");
        if (isFixed)
            return { ...place, ...unheard(port ? "listens on a port of its own" : "listens on port 5000") };
        if (host ? isLoopback(host.text) : !isSet("FLASK_RUN_HOST")) {
            return host
                ? { ...place, ...unheard("listens on an address that only the dyno itself can reach") }
                : {
                    ...place,
                    ...unheard("listens on 127.0.0.1, which only the dyno itself can reach"),
                    level: "warning",
                };
        }
        return {
            ...place,
            level: "warning",
            problem: `The web process is \`flask run\`. ${DEVELOPMENT}`,
            fix: PRODUCTION,
        };
    }
    return undefined;
}
function unheard(what) {
    return {
        level: "error",
        problem: `The web process is \`flask run\`, Flask's development server, which ${what}. ${UNHEARD}`,
        fix: PRODUCTION,
    };
}

;// CONCATENATED MODULE: ./lib/checks/web-server-python.js






const web_server_python_NAMES = ["app", "application", "flask_app", "socketio"];
// What may serve in its place, by a call or by a `run` of its own that knows $PORT.
const SERVES = /(?:^|\.)(?:serve|serve_forever|exec[lv]p?e?)$|\(\)\.run$|^bjoern\.run$/;
const HOOKS = ["bin/pre_compile", "bin/post_compile"];
const FRAMEWORK = /^(?:dash|connexion|quart|uvicorn)(?:\.|$)/;
/** What to say of a Python file that is started as the web process. Silent where it does not call `run` of an app. */
function pythonFile(project) {
    const { modules, code, web, files, container, uncommitted } = project;
    const { start, entry } = modules;
    if (!web || !start?.isMain || !start.certain)
        return undefined;
    if (start.code.kind === "file" && entry?.kind === "missing") {
        const { path } = start.code;
        // An image may have its files elsewhere, and the build may make some.
        const isMade = container || HOOKS.some((hook) => files.has(hook));
        return isMade || uncommitted.some((file) => file.path === path) ? undefined : notThere(path);
    }
    const path = entry?.kind === "file" ? entry.path : "";
    const runs = runsOf(project, path);
    const [first] = runs;
    if (!first)
        return undefined;
    const sure = runs.find(({ where }) => isCertain(code, where));
    const starter = web.file === "Procfile" ? "The Procfile" : quote(web.file);
    const isNamed = namesServer(code);
    const flaws = runs.map(({ node }) => flawOf(node, isNamed));
    const flaw = sure && flaws[runs.indexOf(sure)];
    if (sure && flaw !== undefined && !flaws.includes(undefined)) {
        return {
            level: "error",
            file: path,
            line: sure.line,
            problem: `${starter} starts ${quote(path)}, whose ${quote(`${sure.name}()`)} ${flaw}. ${UNHEARD}`,
            fix: `${PRODUCTION} What stands under \`if __name__ == "__main__"\` is for home.`,
        };
    }
    if (first.name.startsWith("socketio."))
        return undefined;
    return {
        level: "warning",
        problem: `${starter} starts ${quote(path)}, which ${sure ? "runs" : "may run"} Flask's development server. ${DEVELOPMENT}`,
        fix: PRODUCTION,
    };
}
function notThere(path) {
    return {
        level: "error",
        problem: `The Procfile starts ${quote(path)}, but the commit has no such file. The web process ends at once.`,
        fix: `${PRODUCTION} If the file is there at home, git may ignore it, or nobody has added it yet.`,
    };
}
/** The calls of `run` that the start of the file may come to; none where something else may serve. */
function runsOf({ code, modules }, path) {
    const source = modules.reached.get(path);
    if (source === undefined || source === "unreadable")
        return [];
    const calls = code.calls.filter(({ where }) => where.file === path);
    if (source.imports.some(({ module }) => FRAMEWORK.test(module)))
        return [];
    if (calls.some(({ name }) => SERVES.test(name)))
        return [];
    const names = web_server_python_NAMES.filter((name) => isFlaskApp(code, path, name)).map((name) => `${name}.run`);
    return calls.filter(({ name, where }) => names.includes(name) && where.guard !== "main" && isCertain(code, { ...where, guard: "none" }));
}
/** Whether the code gives SERVER_NAME, from which `run` takes the host and the port that it is not given (Flask 3.1, app.py). */
function namesServer({ settings, strings }) {
    return strings.has("SERVER_NAME") || settings.some(({ key }) => key === "SERVER_NAME");
}
/** Why nobody hears this server; undefined where it is right, or cannot be known. */
function flawOf({ func, args, keywords }, isNamed) {
    const isOpen = keywords.some(({ arg }) => !arg) || args.some(({ nodeType }) => nodeType === "Starred");
    if (isOpen)
        return undefined;
    const before = dotted(func)?.startsWith("socketio.") ? 1 : 0;
    const given = (name, position) => keywords.find(({ arg }) => arg === name)?.value ?? args[before + position];
    const host = given("host", 0);
    const port = given("port", 1);
    if (!port && isNamed)
        return undefined;
    if (!port)
        return "listens on port 5000, which is Flask's own choice";
    if (port.nodeType === "Constant" && port.value !== null)
        return "listens on a fixed port";
    const name = textOf(host);
    if (!host && isNamed)
        return undefined;
    if (!host || (name !== undefined && isLoopback(name)))
        return "listens on 127.0.0.1, which only the dyno itself can reach";
    return undefined;
}

;// CONCATENATED MODULE: ./lib/checks/debug-on.js






const EFFECT = "Debug mode lets errors pass by your error pages, and whatever looks at `app.debug` (toolbars, " +
    "extensions, your own code) shows visitors what only you should see.";
const CONSOLE = "Every error then shows visitors a traceback, your code and a console.";
const FIX = "Remove it. At home, `flask run --debug` switches it on for you alone.";
const RUN = /^(?:app|application|socketio)\.run$/;
// A server imports the app and never runs what stands under `if __name__ == "__main__"`; `python app.py` does.
const debugOn = {
    id: "debug-on",
    title: "Debug is off on Heroku",
    find(project) {
        return [...debug_on_inWebLine(project), ...runs(project), ...inConfiguration(project), ...inEnvironment(project)];
    },
};
function debug_on_inWebLine({ web }) {
    const { text = "", file = "Procfile", line = null, commands = [] } = web ?? {};
    const isSet = /(?:^|[\s;&])FLASK_DEBUG=["']?(?:1|true|yes|on)\b/i.test(text);
    const shown = commands.find(runsWithDebugger);
    if (!isSet && !shown)
        return [];
    const problem = `The web command switches Flask's debug mode on. ${shown ? CONSOLE : EFFECT}`;
    const place = shown ? { file: shown.file, line: shown.line } : { file, line };
    return [{ level: "error", ...place, problem, fix: "Remove it from the command." }];
}
/** `flask run --debug`, or `flask --debug run`: the option is the group's too (Flask 3.1, cli.py). */
function runsWithDebugger({ words, certain }) {
    const { name, args } = programOf(words);
    const has = (pattern) => args.some(({ text }) => pattern.test(text));
    return certain && name === "flask" && has(/^run$/) && has(/^--debug(?:ger)?$/);
}
function runs(project) {
    const { code, modules } = project;
    const by = modules.start?.by ?? "";
    return code.calls
        .filter(({ name, where }) => RUN.test(name) && where.loaded === "surely")
        .flatMap(({ name, node, line, where }) => {
        const place = { file: where.file, line };
        const isDebug = node.keywords.some(({ arg, value }) => arg === "debug" && isTrue(value));
        const isReached = isCertain(code, where);
        // `flask run` passes over every `run` that it comes across.
        if (isReached && by !== "python" && by !== "flask")
            return [{ ...place, ...runAtImport(name, by) }];
        if (!isDebug || (!isReached && by === "python" && where.guard !== "main"))
            return [];
        if (!isReached || by === "flask")
            return [{ ...place, ...HARMLESS }];
        // A server that nobody hears shows nobody anything: web-server says that.
        return pythonFile(project)?.level === "error" ? [] : [{ ...place, ...SHOWN }];
    });
}
const HARMLESS = {
    level: "notice",
    problem: "`run(debug=True)` is only used when you start the file yourself. What Heroku starts does not get here.",
    fix: "Leave it, or use `flask run --debug` at home. Never put `python` with this file into the Procfile.",
};
const SHOWN = {
    level: "error",
    problem: `The web process runs this \`run(debug=True)\`. ${CONSOLE}`,
    fix: "Remove `debug=True`; at home, `flask run --debug` switches it on for you alone. Better, let gunicorn serve the app: it does not get here.",
};
/** The server's worker gets no further than this line. */
function runAtImport(name, by) {
    return {
        level: "error",
        problem: `${quote(name)} stands where importing the file runs it. ${by} imports the file and gets no further: Flask's ` +
            "development server starts inside of it, on a port that Heroku does not ask, and the app never answers.",
        fix: 'Put it under `if __name__ == "__main__":`, where only `python app.py` at home runs it.',
    };
}
function inConfiguration({ code }) {
    const all = config_configured(code, "DEBUG");
    const isSwitchedOff = all.some(({ setting }) => isFalse(setting.value) && setting.where.loaded !== "no");
    return all
        .filter(({ setting, certain }) => isTrue(setting.value) && (certain || concerns(setting, isSwitchedOff)))
        .map(({ setting, certain }) => ({ setting, isSure: certain && !isSwitchedOff }))
        .map(({ setting, isSure }) => ({
        level: isSure ? "error" : "warning",
        file: setting.where.file,
        line: setting.line,
        problem: `DEBUG is switched on ${isSure ? "for every run of the app" : "in a configuration that may be used on Heroku"}. ${EFFECT}`,
        fix: FIX,
        ...(isSure ? removal(setting) : {}),
    }));
}
/** A base class often has DEBUG on and production's off, and most modules with a DEBUG are never loaded. */
function concerns({ kind, where }, isSwitchedOff) {
    if (kind !== "class" || where.loaded === "no")
        return false;
    return /prod|heroku/i.test(where.className ?? "") || !isSwitchedOff;
}
function inEnvironment({ code }) {
    return code.settings
        .filter(({ key, kind, value, where }) => {
        const isOn = /^(?:1|true|yes|on)$/i.test(textOf(value) ?? "");
        return key === "FLASK_DEBUG" && kind === "environ" && isOn && isCertain(code, where);
    })
        .map((setting) => ({
        level: "error",
        file: setting.where.file,
        line: setting.line,
        problem: `The code sets FLASK_DEBUG to on, and does so on Heroku too. ${EFFECT}`,
        fix: FIX,
        ...removal(setting),
    }));
}
function isTrue(value) {
    return value.nodeType === "Constant" && (value.value === true || value.value === 1);
}
function isFalse(value) {
    return value.nodeType === "Constant" && (value.value === false || value.value === 0);
}
/** Only a statement at the margin can be taken out without a thought for what is around it. */
function removal({ where, line, lastLine, statement }) {
    return statement?.column === 0
        ? { edits: [{ kind: "replace", file: where.file, from: line, to: lastLine, lines: [] }] }
        : {};
}

;// CONCATENATED MODULE: ./lib/checks/dotenv-committed.js

const SECRET = /KEY|SECRET|PASS|PWD|TOKEN|CREDENTIAL|DATABASE|_URL$|_URI$|_DSN$/i;
const LOADS = /(?:^|\.)(?:load_dotenv|read_env|read_envfile|dotenv_values)$/;
// Only names of the file are ever quoted.
const dotenvCommitted = {
    id: "dotenv-committed",
    title: "The file .env is not in the commit",
    find({ texts, code }) {
        const text = texts.get(".env");
        const loads = code.calls.filter(({ name, where }) => LOADS.test(name) && where.loaded !== "no" && where.guard !== "main");
        const named = text === undefined ? undefined : firstName(text, loads.length > 0 ? /./ : SECRET);
        if (!named)
            return [];
        const wins = loads.some(({ node }) => node.keywords.some(({ arg, value }) => arg === "override" && value.nodeType === "Constant" && value.value === true));
        return [
            {
                level: "warning",
                file: ".env",
                line: named.line,
                problem: `The file with your own settings is in the commit, ${quote(named.name)} among them. ${effectOf(loads.length > 0, wins)}`,
                fix: "Run `git rm --cached .env`, add the line `.env` to .gitignore, and set what Heroku needs as config vars. " +
                    "Change every password and key that was in it: git's history keeps them.",
            },
        ];
    },
};
function effectOf(isLoaded, wins) {
    const read = "Whoever can read the repository can read it.";
    if (wins)
        return `The app loads it with \`override=True\`, so on Heroku it replaces the config vars, DATABASE_URL included where it names it. ${read}`;
    return isLoaded
        ? `The app loads it on Heroku too, where it fills in every config var that is not set, with values for your machine. ${read}`
        : read;
}
/** The first variable with a value whose name fits. */
function firstName(text, pattern) {
    for (const [index, line] of text.split("\n").entries()) {
        const [, name] = /^\uFEFF?\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(?!\s|$|""|'')/.exec(line) ?? [];
        if (name !== undefined && pattern.test(name))
            return { name, line: index + 1 };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/project/path-patterns.js
const ANY = [null];
/**
 * Makes the matcher of one pattern as .gitignore writes it: a slash anchors it, `*` stays in a folder, `**` does not.
 * No regular expression: hostile patterns must not take time that grows faster than pattern times path.
 */
function pathPattern(text, line) {
    const body = text.replace(/\/+$/, "");
    const names = body.replace(/^\//, "").split("/").map(nameOf);
    const pattern = [...(body.includes("/") ? [] : [null]), ...names];
    if (text.endsWith("/") || pattern.at(-1) === null)
        pattern.push(ANY);
    pattern.push(null);
    return { text, line, matches: (path) => body !== "" && path_patterns_fits(pattern, path.split("/"), fitsName) };
}
function nameOf(glob) {
    if (glob === "**")
        return null;
    return [...glob.matchAll(/\\(.)|\[(!?)([^\]]+)\]|(\*+)|(\?)|(.)/gs)].map(([, escaped, not, set, star, any, plain]) => {
        if (star)
            return null;
        if (any)
            return () => true;
        if (set !== undefined)
            return (char) => isIn(set, char) !== (not === "!");
        return (char) => char === (escaped ?? plain);
    });
}
function isIn(set, char) {
    for (const [one = "", low, high] of set.matchAll(/(.)-(.)|./gs)) {
        if (low !== undefined && high !== undefined ? low <= char && char <= high : one === char)
            return true;
    }
    return false;
}
function fitsName(name, text) {
    return path_patterns_fits(name, [...text], (part, char) => part(char));
}
/** Whether items fit a pattern, in which `null` stands for any number of them: only the last one is ever tried again. */
function path_patterns_fits(pattern, items, one) {
    let at = 0;
    let star = -1;
    let taken = 0;
    for (let next = 0; next < items.length;) {
        const part = pattern[at];
        const item = items[next];
        if (part === null) {
            star = at++;
            taken = next;
        }
        else if (part !== undefined && item !== undefined && one(part, item)) {
            at++;
            next++;
        }
        else if (star >= 0) {
            at = star + 1;
            next = ++taken;
        }
        else {
            return false;
        }
    }
    return pattern.slice(at).every((part) => part === null);
}

;// CONCATENATED MODULE: ./lib/project/slugignore.js

/**
 * The patterns of a .slugignore. Heroku removes what they name before the buildpack sees it. They are written as in
 * .gitignore, but nothing takes one back: a line with `!` does nothing.
 */
function slugignore(text) {
    return (text ?? "").split("\n").flatMap((raw, index) => {
        const pattern = raw.trim();
        return pattern === "" || /^[#!]/.test(pattern) ? [] : [pathPattern(pattern, index + 1)];
    });
}

;// CONCATENATED MODULE: ./lib/project/package-lists.js
/** The files that can tell Heroku which packages to install: its Python buildpack (v351) wants exactly one, in the root. */
const PACKAGE_LISTS = [
    "requirements.txt",
    "Pipfile.lock",
    "poetry.lock",
    "uv.lock",
];

;// CONCATENATED MODULE: ./lib/checks/buildpack.js

/** The files of the commit that can tell Heroku which packages to install. */
function packageLists({ files }) {
    return PACKAGE_LISTS.filter((path) => files.has(path));
}
// What the tools of those lists, and others, write the wanted packages into, before anything is locked.
const UNLOCKED = ["Pipfile", "pyproject.toml", "setup.py", "environment.yml"];
/** The file that names packages for another tool than Heroku's, when nothing in the root does for Heroku. */
function unlocked({ files }) {
    return packageLists({ files }).length > 0 ? undefined : UNLOCKED.find((path) => files.has(path));
}

;// CONCATENATED MODULE: ./lib/checks/file-ignored-by-slugignore.js



const LOSSES = [
    {
        level: "error",
        effect: "no process is started, and every page answers 503",
        isLost: (path) => path === "Procfile",
    },
    {
        level: "error",
        effect: "Heroku does not know which packages to install, and the build stops",
        isLost: (path, project) => packageLists(project).length === 1 && packageLists(project)[0] === path,
    },
    {
        level: "error",
        effect: "the app's own code is not there, and its workers end with ModuleNotFoundError",
        isLost: (path, { modules }) => modules.reached.has(path),
    },
    {
        level: "warning",
        effect: "`flask db upgrade` finds no migrations there",
        isLost: (path) => /^migrations\/(?:env\.py|versions\/[^/]+\.py)$/.test(path),
    },
    {
        level: "warning",
        effect: "Heroku builds with the Python of its own choice",
        isLost: (path) => path === ".python-version" || path === "runtime.txt",
    },
    {
        level: "warning",
        effect: "pages that need it answer 500 or come without style",
        isLost: (path) => /^(?:[^/]+\/)?(?:templates|static)\//.test(path),
    },
];
// What .slugignore names is removed before the buildpack sees the app. At home nothing reads the file.
const fileIgnoredBySlugignore = {
    id: "file-ignored-by-slugignore",
    title: "The .slugignore hides nothing that the app needs",
    buildpack: true,
    find(project) {
        return slugignore(project.texts.get(".slugignore")).flatMap((pattern) => {
            const hidden = [...project.files.keys()].filter(pattern.matches);
            const loss = LOSSES.find(({ isLost }) => hidden.some((path) => isLost(path, project)));
            const path = hidden.find((path) => loss?.isLost(path, project));
            return loss && path !== undefined ? [remark(pattern, path, loss)] : [];
        });
    },
};
function remark({ text, line }, path, { level, effect }) {
    return {
        level,
        file: ".slugignore",
        line,
        problem: `The line ${quote(text)} of .slugignore also names ${quote(path)}. Heroku removes what .slugignore names before it builds: ` +
            `${effect}.`,
        fix: "Remove the line, or write it so that it names less: /folder is only the one in the root. Lines with ! do nothing here.",
        edits: [{ kind: "replace", file: ".slugignore", from: line, to: line, lines: [] }],
    };
}

;// CONCATENATED MODULE: ./lib/checks/file-not-committed.js

const file_not_committed_EFFECT = {
    import: "its import ends with ModuleNotFoundError, and the app does not start",
    procfile: "the web process ends at once",
    config: "reading it ends with FileNotFoundError, and the app does not start",
    folder: "pages that need it answer 500 or come without style",
};
// Heroku gets the commit. What only lies on the disk works at home, and on the runner too.
const fileNotCommitted = {
    id: "file-not-committed",
    title: "What the app needs is in the commit",
    buildpack: true,
    find({ uncommitted }) {
        const paths = uncommitted.map(({ path }) => path);
        return uncommitted.filter(({ path }, index) => paths.indexOf(path) === index).map(file_not_committed_remark);
    },
};
function file_not_committed_remark({ path, use, file, line, state }) {
    const isIgnored = state === "ignored";
    const add = isIgnored
        ? `Remove the line of .gitignore that names it, then git add ${quote(path)}, and commit.`
        : `Add it: git add ${quote(path)}, and commit.`;
    const secret = use === "import" || use === "config"
        ? " If it holds passwords, leave it out, and read them from config vars: `os.environ`."
        : "";
    return {
        level: use === "folder" ? "warning" : "error",
        file,
        line,
        problem: `${quote(path)} is needed here and lies on the disk, but it is not in the commit${isIgnored ? ", because .gitignore names it" : ""}. ` +
            `Heroku gets the commit and nothing else: ${file_not_committed_EFFECT[use]}.`,
        fix: add + secret,
    };
}

;// CONCATENATED MODULE: ./lib/checks/git-lfs-pointers.js



// A pointer has three lines: the version, the object's SHA-256 and its size (Git LFS specification).
const POINTER_BYTES = { least: 120, most: 200 };
// Git keeps only a pointer of a file in Git LFS. Heroku does not fetch what it points to.
const gitLfsPointers = {
    id: "git-lfs-pointers",
    title: "No file that the app needs is in Git LFS",
    find({ texts, files }) {
        return (texts.get(".gitattributes") ?? "").split("\n").flatMap((line, index) => {
            const [glob = "", ...attributes] = line.trim().split(/\s+/);
            if (!attributes.includes("filter=lfs") || glob.startsWith("#"))
                return [];
            const { matches } = pathPattern(glob, index + 1);
            const pointers = [...files.values()].filter((entry) => isRegular(entry) &&
                entry.size >= POINTER_BYTES.least &&
                entry.size <= POINTER_BYTES.most &&
                matches(entry.path));
            if (pointers.length === 0)
                return [];
            const names = pointers.map(({ path }) => quote(path));
            return [
                {
                    level: "warning",
                    file: ".gitattributes",
                    line: index + 1,
                    problem: `${listed(names, 1)} are kept in Git LFS: the commit has ` +
                        "only a pointer of three lines, and Heroku does not fetch the file. Your own checkout has it, so it works at home.",
                    fix: "Take files that the app serves or reads out of Git LFS (`git lfs migrate export`), or put them on a file store such as S3 and read them from there.",
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/project/closure.js




/** What pip installs on Heroku for the lines of requirements.txt; see `closure`. Takes time: ask once. */
function listedClosure({ entries }, packages, python) {
    return closure(entries.filter(({ active }) => active), packages, herokuMarkers(python));
}
/** What pip installs for these requirements on Heroku, as far as the metadata of installed packages tells. */
function closure(roots, packages, environment) {
    const keys = new Set();
    const seen = new Set();
    let complete = true;
    const waiting = [...roots];
    for (let wanted = waiting.pop(); wanted; wanted = waiting.pop()) {
        const key = canonicalName(wanted.name);
        keys.add(key);
        const extras = ["", ...wanted.extras].filter((extra) => !seen.has(`${key}[${extra}]`));
        const installed = packages.get(key);
        if (!installed)
            complete = false;
        for (const extra of extras)
            seen.add(`${key}[${extra}]`);
        if (!installed || extras.length === 0)
            continue;
        for (const text of installed.requires) {
            const dependency = parseDependency(text);
            if (!dependency)
                continue;
            const { marker } = dependency;
            if (!marker || extras.some((extra) => holds(marker, environment, extra)))
                waiting.push(dependency);
        }
    }
    return { keys, complete };
}

;// CONCATENATED MODULE: ./lib/checks/requirement-edits.js

// Longer ones are no lines that a person wrote.
const requirement_edits_LONGEST = 1000;
const requirement_edits_PARTS = /^(?<name>\s*[a-z0-9][\w.-]*[ \t]*(?:\[[^\]]*\])?)(?<asked>[^;#]*?)(?<rest>[ \t]*(?:;.*|(?<=\s)#.*)?)$/i;
/** Puts `==version` in the place of what a line asks for; extras, marker and comment stay. None for a line with options. */
function pinned(place, version) {
    const { name, asked = "", rest = "" } = requirement_edits_isPlain(place) ? (requirement_edits_PARTS.exec(place.source)?.groups ?? {}) : {};
    if (name === undefined || /(?:^|\s)-/.test(asked))
        return [];
    return replaced(place, `${name.trimEnd()}==${version}${rest}`);
}
/** Adds a marker to a line that has none, in front of its comment. */
function marked(place, marker) {
    if (!requirement_edits_isPlain(place) || place.source.includes(";"))
        return [];
    const [, wanted = "", comment = ""] = /^(.*?)(\s+#.*)?\s*$/.exec(place.source) ?? [];
    return replaced(place, `${wanted.trimEnd()}; ${marker}${comment}`);
}
function requirement_edits_isPlain({ line, lastLine, source, hashes }) {
    return line === lastLine && hashes === 0 && source.length <= requirement_edits_LONGEST;
}
function replaced({ file, line }, text) {
    return [{ kind: "replace", file, from: line, to: line, lines: [text] }];
}
/** Takes lines away. */
function removed({ file, line, lastLine }) {
    return [{ kind: "replace", file, from: line, to: lastLine, lines: [] }];
}
/** Whether pip wants a hash for every package, as one line with a hash makes it. */
function isHashed({ entries, options }) {
    return options.has("require-hashes") || entries.some(({ hashes, active }) => active && hashes > 0);
}
/**
 * Adds `text`, a requirement by name, to requirements.txt: in its place if the file is sorted, else at the end. None
 * where every line needs a hash.
 */
function added(requirements, text) {
    if (isHashed(requirements))
        return [];
    const { entries, lines } = requirements;
    const file = "requirements.txt";
    const keys = entries.filter((entry) => entry.file === file);
    const sorted = keys.every(({ key }, index) => index === 0 || (keys[index - 1]?.key ?? "") <= key);
    const key = canonicalName(/^[\w.-]+/.exec(text)?.[0] ?? text);
    const before = keys.findLast((entry) => entry.key < key);
    const end = Math.max(0, ...lines.filter((line) => line.file === file).map(({ lastLine }) => lastLine));
    const [first] = keys;
    const start = first ? first.line - 1 : end;
    return [{ kind: "insert", file, after: sorted ? (before?.lastLine ?? start) : end, lines: [text] }];
}

;// CONCATENATED MODULE: ./lib/checks/worker-class.js




// Its eventlet worker went with gunicorn 26, after a warning in 25.
const EVENTLET_GONE = { since: "26", last: "25.3.0" };
// gunicorn 23 to 27: `gthread` and `sync` need nothing; the others import a package when gunicorn starts.
const NEEDS = [
    [
        /^gevent(?:_wsgi|_pywsgi)?$|ggevent/,
        { key: "gevent", broughtBy: /gevent|^grequests$|^locust$|^flask-sockets$/ },
    ],
    [/^eventlet$|geventlet/, { key: "eventlet", broughtBy: /eventlet|^nameko$|^oslo/ }],
    [
        /^tornado$|gtornado/,
        { key: "tornado", broughtBy: /tornado|^jupyter|^notebook$|^flower$|^bokeh$|^livereload$/ },
    ],
    [/^uvicorn\.workers\./, { key: "uvicorn", broughtBy: /uvicorn|^fastapi$|^mlflow$/ }],
    [/^uvicorn_worker\./, { key: "uvicorn-worker", broughtBy: /uvicorn-worker/ }],
    [/^geventwebsocket\./, { key: "gevent-websocket", broughtBy: /gevent-websocket|^flask-sockets$/ }],
    [/^meinheld\./, { key: "meinheld", broughtBy: /meinheld/ }],
];
/**
 * What to say of gunicorn's worker class when no line of requirements.txt brings its package, or when the gunicorn that
 * pip takes has that class no more; `provided` is what pip installs.
 */
function missingWorker({ modules, requirements }, provided) {
    const { file = "Procfile", line = null, text: workerClass = "", literal, } = modules.gunicorn?.workerClass ?? {};
    const need = NEEDS.find(([worker]) => worker.test(workerClass))?.[1];
    if (!need || !literal || !requirements)
        return [];
    const add = brings(need, requirements, provided) ? [] : added(requirements, need.key);
    const name = quote(workerClass);
    const end = `gunicorn ends with \`class uri ${name.slice(1, -1)} invalid or not found\`.`;
    if (need.key === "eventlet" && isGone(requirements)) {
        const { since, last } = EVENTLET_GONE;
        return [
            {
                level: "error",
                file,
                line,
                problem: `gunicorn is started with the worker class ${name}, which gunicorn ${since} and newer have no more, and pip takes such a one: ${end}`,
                fix: `Move on to \`gevent\`, with gevent in requirements.txt, or to \`gthread --threads 100\`, which needs nothing. ` +
                    `Or stay with ${quote(`gunicorn==${last}`)} and eventlet.`,
                edits: [...held(requirements, last), ...add],
            },
        ];
    }
    if (brings(need, requirements, provided))
        return [];
    return [
        {
            level: "error",
            file,
            line,
            problem: `gunicorn is started with the worker class ${name}, but ${need.key} is not in requirements.txt. ` +
                `Heroku installs what is listed and nothing else: ${end}`,
            fix: `Add the line \`${need.key}\` to requirements.txt, or remove the option: gunicorn's own workers are good for most apps.`,
            edits: add,
        },
    ];
}
function brings({ key, broughtBy }, { entries }, provided) {
    const active = entries.filter((entry) => entry.active);
    const names = active.flatMap((entry) => [entry.key, ...entry.extras]);
    return provided.has(key) || names.some((name) => broughtBy.test(name));
}
function isGone(requirements) {
    const version = newestAllowed(requirements, "gunicorn");
    return version !== undefined && fits(version, `>=${EVENTLET_GONE.since}`);
}
/** gunicorn's line with the version; none where several lines list it. */
function held({ entries }, version) {
    const [line, ...others] = entries.filter(({ key }) => key === "gunicorn");
    return line && others.length === 0 ? pinned(line, version) : [];
}

;// CONCATENATED MODULE: ./lib/checks/gunicorn-missing.js





// Packages that bring gunicorn along, for runs without an environment to ask.
const BRING_GUNICORN = ["mlflow", "apache-superset", "apache-airflow", "uvicorn-worker"];
// Heroku installs what is listed and nothing else. At home gunicorn may be there by hand, or `flask run` serves.
const gunicornMissing = {
    id: "gunicorn-missing",
    title: "gunicorn is listed when the Procfile starts it",
    buildpack: true,
    find(project) {
        const { modules, requirements, environment, python } = project;
        if (!modules.gunicorn || !requirements || !isFullyKnown(requirements))
            return [];
        const { entries, constraints } = requirements;
        const active = entries.filter((entry) => entry.active);
        const brings = active.some(({ key, extras }) => BRING_GUNICORN.includes(key) || extras.includes("gunicorn"));
        const provided = environment.packages && listedClosure(requirements, environment.packages, python).keys;
        if (brings || active.some(({ key }) => key === "gunicorn") || provided?.has("gunicorn"))
            return missingWorker(project, provided ?? new Set());
        const idle = [...entries, ...constraints].find(({ key }) => key === "gunicorn");
        const version = environment.packages?.get("gunicorn")?.version;
        const text = version === undefined ? "gunicorn" : `gunicorn==${version}`;
        const because = idle
            ? idle.active
                ? "is only in a constraints file, which installs nothing"
                : "is listed with a marker that does not hold on Heroku's Linux"
            : "is not in requirements.txt";
        return [
            {
                level: "error",
                file: idle?.file ?? "requirements.txt",
                line: idle?.line ?? null,
                problem: `The Procfile starts the app with gunicorn, but gunicorn ${because}. Heroku installs what is listed and ` +
                    "nothing else: the web process ends with `gunicorn: command not found`.",
                fix: `Add the line ${quote(text)} to requirements.txt and commit it.`,
                edits: idle ? [] : added(requirements, text),
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/project/external-imports.js
/** The module at the top of a dotted name, which is what a package is asked for: `bs4` of `bs4.element`. */
function topModule(module) {
    const [top = ""] = module.split(".", 1);
    return top;
}
/**
 * The import that fails first for each key that `keyOf` gives its top module: when the app starts, before any call.
 * What is guarded, or only for a type checker, does not count, nor does a module without a key.
 */
function firstImports(external, keyOf) {
    const first = new Map();
    for (const wanted of external) {
        const key = isMet(wanted) ? keyOf(topModule(wanted.module)) : undefined;
        if (key === undefined)
            continue;
        const known = first.get(key);
        if (!known || (known.guard === "lazy" && wanted.guard === "none"))
            first.set(key, wanted);
    }
    return first;
}
/** Whether nothing catches the import where it fails: it runs when the app starts, or when a function is called. */
function isMet({ guard }) {
    return guard === "none" || guard === "lazy";
}
/** Whether the commit has a module of that name outside the search path: the app may well put it there itself. */
function isElsewhere({ files }, top) {
    const parts = [`/${top}.py`, `/${top}/`];
    return [...files.keys()].some((path) => parts.some((part) => `/${path}`.includes(part)));
}

;// CONCATENATED MODULE: ./lib/checks/data/import-providers.js
/**
 * For modules that web apps import: the packages that bring them, the likeliest first, as `pip install` takes it. A `*`
 * stands for any ending. Among the others are packages that need the first one, so that an app which lists those is
 * left alone. What half of the package index brings along (Werkzeug, click, certifi, six, ...) is left out.
 */
const IMPORT_PROVIDERS = {
    flask: [
        "Flask",
        "flask-*",
        "dash*",
        "apiflask",
        "connexion*",
        "eve",
        "mlflow*",
        "locust",
        "flasgger",
        "rq-dashboard",
        "graphene*",
        "ariadne",
        "strawberry*",
    ],
    flask_admin: ["Flask-Admin"],
    flask_apscheduler: ["Flask-APScheduler"],
    flask_assets: ["Flask-Assets"],
    flask_babel: ["Flask-Babel", "flask-appbuilder", "flask-admin*"],
    flask_bcrypt: ["Flask-Bcrypt"],
    flask_bootstrap: ["Flask-Bootstrap", "Bootstrap-Flask"],
    flask_caching: ["Flask-Caching"],
    flask_compress: ["Flask-Compress", "dash*"],
    flask_cors: ["Flask-Cors", "eve*"],
    flask_debugtoolbar: ["Flask-DebugToolbar"],
    flask_httpauth: ["Flask-HTTPAuth"],
    flask_jwt_extended: ["Flask-JWT-Extended", "flask-appbuilder"],
    flask_limiter: ["Flask-Limiter", "flask-appbuilder"],
    flask_login: ["Flask-Login", "flask-security*", "flask-appbuilder", "flask-user", "flask-dance*"],
    flask_mail: ["Flask-Mail", "Flask-Mailman", "flask-security*", "flask-user"],
    flask_marshmallow: ["flask-marshmallow"],
    flask_migrate: ["Flask-Migrate"],
    flask_moment: ["Flask-Moment"],
    flask_pymongo: ["Flask-PyMongo"],
    flask_restful: ["Flask-RESTful", "flask-restful-*"],
    flask_restx: ["flask-restx"],
    flask_script: ["Flask-Script"],
    flask_session: ["Flask-Session"],
    flask_smorest: ["flask-smorest"],
    flask_socketio: ["Flask-SocketIO"],
    flask_sqlalchemy: [
        "Flask-SQLAlchemy",
        "flask-sqlalchemy-*",
        "flask-migrate",
        "flask-appbuilder",
        "flask-user",
        "flask-rest-jsonapi",
    ],
    flask_talisman: ["flask-talisman", "talisman"],
    flask_uploads: ["Flask-Reuploaded", "Flask-Uploads"],
    flask_wtf: ["Flask-WTF", "flask-security*", "flask-appbuilder", "flask-user"],
    PIL: [
        "pillow",
        "pillow-simd",
        "qrcode*",
        "matplotlib",
        "reportlab",
        "scikit-image",
        "imageio",
        "torchvision",
        "easyocr",
        "pytesseract",
        "pdfplumber",
        "moviepy",
        "captcha",
        "thumbor",
        "wordcloud",
        "seaborn",
        "python-pptx",
        "streamlit",
    ],
    alembic: ["alembic", "flask-migrate", "sqlalchemy-*", "mlflow", "optuna"],
    anthropic: ["anthropic", "langchain-anthropic"],
    apscheduler: ["APScheduler", "flask-apscheduler"],
    asyncpg: ["asyncpg", "databases", "tortoise-orm"],
    authlib: ["Authlib"],
    bcrypt: ["bcrypt", "flask-bcrypt", "passlib", "paramiko", "fabric"],
    bleach: ["bleach", "nbconvert", "jupyter*", "readme-renderer"],
    boto3: [
        "boto3",
        "aioboto3",
        "flask-s3",
        "smart-open",
        "django-ses",
        "sagemaker",
        "moto",
        "zappa",
        "dvc*",
        "s3fs",
        "celery*",
    ],
    bs4: [
        "beautifulsoup4",
        "bs4",
        "yfinance",
        "wikipedia",
        "google",
        "mechanicalsoup",
        "requests-html",
        "nbconvert",
        "jupyter*",
        "robobrowser",
        "unstructured",
        "premailer",
        "htmldate",
    ],
    celery: ["celery", "flower", "celery-*", "redbeat", "flask-celery*"],
    cloudinary: ["cloudinary"],
    cv2: [
        "opencv-python-headless",
        "opencv-python",
        "opencv-contrib-python",
        "opencv-contrib-python-headless",
        "ultralytics",
        "deepface",
        "mediapipe",
        "easyocr",
        "paddleocr",
    ],
    decouple: ["python-decouple"],
    dj_database_url: ["dj-database-url", "django-heroku", "environs"],
    docx: ["python-docx", "docx", "docxtpl", "pdf2docx"],
    dotenv: [
        "python-dotenv",
        "environs",
        "pydantic-settings",
        "uvicorn",
        "fastapi*",
        "pipenv",
        "dynaconf",
        "litellm",
        "langchain*",
        "crewai",
        "prisma",
        "honcho",
        "browser-use",
    ],
    email_validator: [
        "email-validator",
        "flask-security*",
        "flask-appbuilder",
        "pydantic",
        "wtforms",
        "fastapi*",
    ],
    environs: ["environs"],
    eventlet: ["eventlet", "gunicorn", "nameko"],
    faker: ["Faker", "factory-boy", "mixer"],
    flasgger: ["flasgger"],
    gevent: ["gevent", "gunicorn", "grequests", "locust", "gevent-websocket", "flask-sockets"],
    googleapiclient: [
        "google-api-python-client",
        "gspread*",
        "firebase-admin",
        "pydrive*",
        "earthengine-api",
        "google-generativeai",
    ],
    gspread: ["gspread", "gspread-*"],
    jose: ["python-jose"],
    jwt: [
        "PyJWT",
        "flask-jwt*",
        "jwt",
        "twilio",
        "flask-appbuilder",
        "msal",
        "pygithub",
        "firebase-admin",
        "djangorestframework-simplejwt",
        "redis*",
        "adal",
        "simple-salesforce",
        "zoomus",
        "snowflake*",
        "social-auth-core",
        "mcp",
        "supabase*",
        "gotrue",
    ],
    lxml: [
        "lxml",
        "pyquery",
        "python-docx",
        "python-pptx",
        "requests-html",
        "newspaper3k",
        "readability-lxml",
        "premailer",
        "scrapy",
        "parsel",
        "zeep",
        "yfinance",
        "pandas-datareader",
        "trafilatura",
        "feedgen",
        "xmlsec",
        "python3-saml",
        "signxml",
        "docxtpl",
        "htmldate",
    ],
    markdown: [
        "Markdown",
        "flask-markdown",
        "mkdocs*",
        "markdown-*",
        "flask-pagedown",
        "flask-flatpages",
        "pymdown-extensions",
        "tensorboard",
        "gradio",
    ],
    markdown2: ["markdown2"],
    marshmallow: [
        "marshmallow",
        "flask-marshmallow",
        "marshmallow-*",
        "webargs",
        "apispec*",
        "flask-smorest",
        "environs",
        "flask-appbuilder",
        "apiflask",
        "flask-apispec",
        "flask-rest-jsonapi",
        "dataclasses-json",
    ],
    matplotlib: [
        "matplotlib",
        "seaborn",
        "pandas-profiling",
        "wordcloud",
        "scikit-plot",
        "prophet",
        "shap",
        "mlxtend",
        "librosa",
        "statsmodels",
        "mplfinance",
        "ultralytics",
        "sweetviz",
        "plotnine",
        "networkx",
        "geopandas",
    ],
    mongoengine: ["mongoengine", "flask-mongoengine", "flask-security*"],
    MySQLdb: ["mysqlclient", "flask-mysqldb", "mysql-python"],
    nacl: ["PyNaCl", "paramiko", "pygithub", "pymacaroons", "discord*", "fabric"],
    newrelic: ["newrelic"],
    numpy: [
        "numpy",
        "pandas*",
        "scipy",
        "scikit-*",
        "matplotlib",
        "tensorflow*",
        "torch*",
        "keras*",
        "opencv-*",
        "seaborn",
        "transformers",
        "xgboost",
        "lightgbm",
        "catboost",
        "nltk*",
        "gensim",
        "spacy*",
        "statsmodels",
        "librosa",
        "imageio",
        "numba",
        "sentence-transformers",
        "faiss*",
        "shapely",
        "pyarrow",
        "plotly",
        "altair",
        "bokeh",
        "yfinance",
        "prophet",
        "networkx",
        "langchain*",
        "wordcloud",
        "geopandas",
        "pgvector",
        "onnxruntime",
        "ultralytics",
        "deepface",
        "easyocr",
        "jax*",
        "textblob",
        "vadersentiment",
        "chromadb",
        "gradio",
        "streamlit",
        "moviepy",
        "mediapipe",
        "sklearn",
        "tflite*",
        "huggingface*",
        "datasets",
        "implicit",
        "surprise",
        "scikit_*",
        "rdkit*",
        "h5py",
        "dash*",
        "autograd",
        "patsy",
        "ta",
        "ccxt",
        "pywavelets",
        "tables",
        "xarray",
        "xlwings",
        "contourpy",
        "openai*",
        "openpyxl",
        "quandl",
    ],
    oauthlib: [
        "oauthlib",
        "requests-oauthlib",
        "flask-oauthlib",
        "flask-dance*",
        "tweepy",
        "google-auth-oauthlib",
        "kubernetes",
        "django-*",
        "gspread*",
        "social-auth*",
        "jira",
        "fitbit",
        "msrest",
    ],
    openai: [
        "openai",
        "langchain-openai",
        "llama-index*",
        "litellm",
        "instructor",
        "langchain",
        "guidance",
        "autogen*",
        "pyautogen",
        "crewai",
    ],
    openpyxl: ["openpyxl", "pyexcel-xlsx", "xlwings", "docxtpl", "tablib", "pandas*", "styleframe"],
    pandas: [
        "pandas",
        "geopandas",
        "seaborn",
        "yfinance",
        "pandas-*",
        "statsmodels",
        "prophet",
        "fbprophet",
        "streamlit",
        "altair",
        "xgboost",
        "catboost",
        "mlflow",
        "datasets",
        "shap",
        "plotnine",
        "modin",
        "alpha-vantage",
        "quandl",
        "dash-*",
        "ta",
        "nsepy",
        "surprise",
        "mlxtend",
        "imbalanced-learn",
        "nba-api",
        "ultralytics",
        "deepface",
        "gradio",
        "pycaret",
        "category-encoders",
        "sweetviz",
        "ydata-profiling",
        "dask*",
        "finnhub*",
        "mplfinance",
        "openbb",
        "featuretools",
        "flask-excel",
    ],
    passlib: ["passlib", "flask-security*", "flask-user", "libpass"],
    peewee: ["peewee", "flask-peewee", "playhouse", "peewee-*"],
    phonenumbers: ["phonenumbers", "phonenumbers*", "wtforms-*", "flask-wtf"],
    plotly: ["plotly", "dash*", "prophet", "cufflinks", "streamlit", "optuna", "kaleido", "pycaret"],
    psycopg: ["psycopg", "psycopg[binary]", "psycopg-*", "langgraph-*"],
    psycopg2: [
        "psycopg2-binary",
        "psycopg2",
        "psycopg2-*",
        "django-heroku",
        "aiopg",
        "sqlalchemy-redshift",
        "databases",
        "flask-postgresql",
    ],
    pymongo: [
        "pymongo",
        "flask-pymongo",
        "mongoengine",
        "flask-mongoengine",
        "motor",
        "eve",
        "odmantic",
        "beanie",
        "umongo",
        "mongokit*",
        "pymodm",
    ],
    pymysql: ["PyMySQL", "flask-mysql", "aiomysql", "tortoise-orm"],
    qrcode: ["qrcode"],
    razorpay: ["razorpay"],
    redis: [
        "redis",
        "flask-redis",
        "rq*",
        "celery*",
        "redis-*",
        "huey",
        "flask-limiter",
        "walrus",
        "redbeat",
        "kombu",
        "flask-rq*",
        "limits",
        "rediscluster",
        "django-redis",
        "fakeredis",
        "flask-session",
    ],
    reportlab: ["reportlab", "xhtml2pdf", "svglib", "rlpycairo"],
    requests_oauthlib: [
        "requests-oauthlib",
        "flask-dance*",
        "flask-oauthlib",
        "tweepy",
        "google-auth-oauthlib",
        "kubernetes",
        "social-auth*",
        "jira",
        "gspread*",
        "fitbit",
        "msrest",
        "django-*",
    ],
    rq: ["rq", "rq-*", "flask-rq*"],
    sendgrid: ["sendgrid", "flask-sendgrid"],
    sentry_sdk: ["sentry-sdk", "wandb"],
    sklearn: [
        "scikit-learn",
        "scikit-*",
        "sklearn*",
        "xgboost",
        "lightgbm",
        "imbalanced-learn",
        "sentence-transformers",
        "mlxtend",
        "librosa",
        "shap",
        "pycaret",
        "surprise",
        "yellowbrick",
        "mlflow",
        "category-encoders",
        "catboost",
        "hdbscan",
        "umap-learn",
        "bertopic",
        "rasa",
        "auto-sklearn",
        "tpot",
        "featuretools",
        "eli5",
        "lime",
    ],
    slugify: ["python-slugify", "unicode-slugify", "awesome-slugify", "slugify"],
    socketio: ["python-socketio", "flask-socketio"],
    sqlalchemy: [
        "SQLAlchemy",
        "flask-sqlalchemy*",
        "flask-migrate",
        "alembic*",
        "sqlmodel",
        "sqlalchemy*",
        "*-sqlalchemy",
        "geoalchemy2",
        "dataset",
        "records",
        "flask-appbuilder",
        "databases",
        "ipython-sql",
        "mlflow",
        "langchain*",
        "optuna",
        "flask-user",
        "flask-rest-jsonapi",
        "apscheduler",
        "pgvector",
        "duckdb-engine",
        "snowflake*",
        "graphene-sqlalchemy",
        "llama-index*",
        "datasette*",
        "apache-*",
        "flask-security*",
        "papermill",
        "marshmallow-*",
    ],
    sqlalchemy_utils: ["SQLAlchemy-Utils", "flask-appbuilder", "sqlalchemy-*", "wtforms-alchemy"],
    stripe: ["stripe", "dj-stripe"],
    tweepy: ["tweepy"],
    twilio: ["twilio"],
    waitress: ["waitress", "webtest", "mlflow", "pyramid"],
    weasyprint: ["weasyprint", "flask-weasyprint", "django-weasyprint"],
    whitenoise: ["whitenoise", "django-heroku"],
    wtforms: [
        "WTForms",
        "flask-wtf",
        "wtforms-*",
        "flask-admin*",
        "flask-appbuilder",
        "flask-security*",
        "flask-user",
        "flask-bootstrap",
        "wtforms_*",
    ],
    xlsxwriter: ["XlsxWriter", "python-pptx", "pandas-*", "flask-excel", "pyexcel*", "tablib"],
    yaml: [
        "PyYAML",
        "flasgger",
        "apispec*",
        "connexion*",
        "uvicorn",
        "bandit",
        "docker-compose",
        "kubernetes",
        "awscli",
        "transformers",
        "huggingface*",
        "mlflow",
        "dvc*",
        "ansible*",
        "python-frontmatter",
        "dynaconf",
        "omegaconf",
        "swagger-ui-*",
        "prance",
        "openapi-*",
        "flask-smorest",
        "langchain*",
        "dask*",
        "pre-commit",
        "mkdocs*",
        "streamlit*",
        "pyaml",
        "gradio",
        "wandb",
        "confuse",
        "bokeh",
        "chromadb",
        "jupyter*",
        "flask-appbuilder",
        "ultralytics",
        "accelerate",
        "datasets",
        "optuna",
        "crewai",
        "prisma",
        "locust*",
        "moto",
        "vcrpy",
        "yamllint",
        "cfn-*",
        "zappa",
        "flask-flatpages",
        "flask-restx-*",
        "drf-*",
        "watchtower",
        "strictyaml",
        "keras*",
        "spacy*",
        "ray*",
        "anyconfig",
        "python-*",
    ],
};

;// CONCATENATED MODULE: ./lib/checks/import-not-installed.js






// Without an environment nobody knows what a package brings along, so this only speaks of modules that are known, and
// never surely. With one, requirements-drift speaks; a freeze file names packages and not what they are imported by.
const importNotInstalled = {
    id: "import-not-installed",
    title: "What the app imports is in requirements.txt",
    buildpack: true,
    find(project) {
        const { requirements, environment, modules } = project;
        if (!requirements || (environment.packages !== null && !environment.versionsOnly))
            return [];
        if (!isFullyKnown(requirements))
            return [];
        const first = firstImports(modules.external, (top) => Object.hasOwn(IMPORT_PROVIDERS, top) ? top : undefined);
        return [...first].flatMap(([top, wanted]) => {
            const providers = IMPORT_PROVIDERS[top] ?? [];
            const [probably] = providers;
            if (probably === undefined || isListed(top, providers, requirements) || isElsewhere(project, top))
                return [];
            return [missing(top, wanted, probably, requirements)];
        });
    },
};
function isListed(module, providers, { entries }) {
    const name = canonicalName(module);
    const same = [name, `python-${name}`, `${name}-python`, `py${name}`, `flask-${name}`];
    return entries.some(({ key, active }) => active && (same.includes(key) || providers.some((pattern) => matches(key, pattern))));
}
function matches(key, pattern) {
    const [start = "", end] = pattern.split("*", 2).map(canonicalName);
    return end === undefined ? key === start : key.startsWith(start) && key.endsWith(end);
}
function missing(module, { module: wanted, file, line, guard }, probably, requirements) {
    const when = guard === "lazy" ? "when that function is called" : "and the app does not start";
    return {
        level: "warning",
        file,
        line,
        later: guard === "lazy",
        module: wanted,
        problem: `This file imports ${quote(module)}, and nothing in requirements.txt is known to bring it (probably ${quote(probably)}). Heroku ` +
            `installs what is listed and nothing else: the import fails there, ${when}. At home it is installed already.`,
        fix: `Add the line ${quote(probably)}, with the version that \`pip freeze\` shows, to requirements.txt.`,
        edits: added(requirements, probably),
    };
}

;// CONCATENATED MODULE: ./lib/checks/data/breaking-pairs.js
/** When and on what every row was proved. */
const PROVED = { on: "2026-11-23", python: "CPython 3.11.7" };
const FLASK_1 = "Jinja2==2.11.3 MarkupSafe==2.0.1 itsdangerous==1.1.0 click==7.1.2";
const ROWS = [
    [
        ["flask-sqlalchemy", "<3", "flask", ">=3"],
        "ImportError: cannot import name '_app_ctx_stack' from 'flask'",
        "Flask-SQLAlchemy>=3.1",
        "import flask_sqlalchemy",
        "Flask-SQLAlchemy==2.5.1 SQLAlchemy==1.4.54 Flask==3.0.0",
        "Flask-SQLAlchemy==2.5.1 SQLAlchemy==1.4.54 Flask==2.2.5 Werkzeug==2.3.8",
    ],
    [
        ["flask-sqlalchemy", "==2.5.*", "sqlalchemy", ">=2"],
        "AttributeError: module 'sqlalchemy' has no attribute '__all__'",
        "Flask-SQLAlchemy>=3.1",
        "import flask_sqlalchemy; flask_sqlalchemy.SQLAlchemy()",
        "Flask-SQLAlchemy==2.5.1 SQLAlchemy==2.0.0 Flask==2.2.5 Werkzeug==2.3.8",
        "Flask-SQLAlchemy==2.5.1 SQLAlchemy==1.4.54 Flask==2.2.5 Werkzeug==2.3.8",
    ],
    [
        ["flask", ">=2,<=2.2.2", "werkzeug", ">=3"],
        "ImportError: cannot import name 'url_quote' from 'werkzeug.urls'",
        "Flask>=3",
        "import flask",
        "Flask==2.2.2 Werkzeug==3.0.0",
        "Flask==2.2.2 Werkzeug==2.3.8",
    ],
    [
        ["flask", "<=1.1.2", "jinja2", ">=3.1"],
        "ImportError: cannot import name 'escape' from 'jinja2'",
        "Flask>=3",
        "import flask",
        "Flask==1.1.2 Werkzeug==1.0.1 Jinja2==3.1.0 MarkupSafe==2.0.1 itsdangerous==1.1.0 click==7.1.2",
        `Flask==1.1.2 Werkzeug==1.0.1 ${FLASK_1}`,
    ],
    [
        ["flask", "<=1.1.2", "itsdangerous", ">=2.1"],
        "ImportError: cannot import name 'json' from 'itsdangerous'",
        "Flask>=3",
        "import flask",
        "Flask==1.1.2 Werkzeug==1.0.1 Jinja2==2.11.3 MarkupSafe==2.0.1 itsdangerous==2.1.0 click==7.1.2",
        "Flask==1.1.2 Werkzeug==1.0.1 Jinja2==2.11.3 MarkupSafe==2.0.1 itsdangerous==2.0.1 click==7.1.2",
    ],
    [
        ["flask", "<=1.1.2", "werkzeug", ">=2.1"],
        "ImportError: cannot import name 'BaseResponse' from 'werkzeug.wrappers'",
        "Flask>=3",
        "import flask",
        `Flask==1.1.2 Werkzeug==2.1.0 ${FLASK_1}`,
        `Flask==1.1.2 Werkzeug==2.0.3 ${FLASK_1}`,
    ],
    [
        ["flask", ">=1.1.3,<2", "markupsafe", ">=2.1"],
        "ImportError: cannot import name 'soft_unicode' from 'markupsafe'",
        "Flask>=3",
        "import flask",
        "Flask==1.1.4 MarkupSafe==2.1.0",
        "Flask==1.1.4 MarkupSafe==2.0.1",
    ],
    [
        ["jinja2", "<3", "markupsafe", ">=2.1"],
        "ImportError: cannot import name 'soft_unicode' from 'markupsafe'",
        "Jinja2>=3.1",
        "import jinja2",
        "Jinja2==2.11.3 MarkupSafe==2.1.0",
        "Jinja2==2.11.3 MarkupSafe==2.0.1",
    ],
    [
        ["flask-login", ">=0.6,<0.6.3", "werkzeug", ">=3"],
        "ImportError: cannot import name 'url_decode' from 'werkzeug.urls'",
        "Flask-Login>=0.6.3",
        "import flask_login",
        "Flask-Login==0.6.2 Flask==2.3.3 Werkzeug==3.0.0",
        "Flask-Login==0.6.2 Flask==2.3.3 Werkzeug==2.3.8",
    ],
    [
        ["flask-login", "<0.6", "werkzeug", ">=2.1"],
        "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
        "Flask-Login>=0.6.3",
        "import flask_login",
        "Flask-Login==0.5.0 Flask==2.1.3 Werkzeug==2.1.0",
        "Flask-Login==0.5.0 Flask==2.0.3 Werkzeug==2.0.3",
    ],
    [
        ["flask-wtf", "<1.1.2", "flask", ">=3"],
        "ImportError: cannot import name 'Markup' from 'flask'",
        "Flask-WTF>=1.2",
        "import flask_wtf",
        "Flask-WTF==1.1.1 Flask==3.0.0",
        "Flask-WTF==1.1.1 Flask==2.2.5 Werkzeug==2.3.8",
    ],
    [
        ["flask-wtf", "<=0.14.3", "werkzeug", ">=2.1"],
        "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
        "Flask-WTF>=1.1.1",
        "import flask_wtf",
        "Flask-WTF==0.14.3 WTForms==2.3.3 Flask==2.1.3 Werkzeug==2.1.2",
        "Flask-WTF==0.14.3 WTForms==2.3.3 Flask==2.0.3 Werkzeug==2.0.3",
    ],
    [
        ["flask-bcrypt", "<=0.7.1", "werkzeug", ">=2.1"],
        "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
        "Flask-Bcrypt>=1.0.1",
        "import flask_bcrypt",
        "Flask-Bcrypt==0.7.1 Flask==2.1.3 Werkzeug==2.1.2",
        "Flask-Bcrypt==0.7.1 Flask==2.0.3 Werkzeug==2.0.3",
    ],
    [
        ["flask-uploads", "<=0.2.1", "werkzeug", ">=1"],
        "ImportError: cannot import name 'secure_filename' from 'werkzeug'",
        "Flask-Reuploaded",
        "import flask_uploads",
        `Flask-Uploads==0.2.1 Flask==1.1.2 Werkzeug==1.0.0 ${FLASK_1}`,
        `Flask-Uploads==0.2.1 Flask==1.1.2 Werkzeug==0.16.1 ${FLASK_1}`,
    ],
    [
        ["flask-admin", "<=1.5.8", "jinja2", ">=3.1"],
        "ImportError: cannot import name 'contextfunction' from 'jinja2'",
        "Flask-Admin>=1.6",
        "import flask_admin",
        "Flask-Admin==1.5.8 Flask==2.2.5 Werkzeug==2.3.8 Jinja2==3.1.0 WTForms==2.3.3",
        "Flask-Admin==1.5.8 Flask==2.0.3 Werkzeug==2.0.3 Jinja2==3.0.3 WTForms==2.3.3",
    ],
    [
        ["flask-socketio", "<5", "werkzeug", ">=2.1"],
        "ImportError: cannot import name 'run_with_reloader' from 'werkzeug.serving'",
        "Flask-SocketIO>=5.3.6",
        "import flask_socketio",
        "Flask-SocketIO==4.3.2 Flask==2.1.3 Werkzeug==2.1.0",
        "Flask-SocketIO==4.3.2 Flask==2.0.3 Werkzeug==2.0.3",
    ],
    [
        ["flask-restful", "<=0.3.8", "flask", ">=2.1"],
        "ImportError: cannot import name '_endpoint_from_view_func' from 'flask.helpers'",
        "Flask-RESTful>=0.3.10",
        "import flask_restful",
        "Flask-RESTful==0.3.8 Flask==2.1.0 Werkzeug==2.1.2",
        `Flask-RESTful==0.3.8 Flask==1.1.2 Werkzeug==1.0.1 ${FLASK_1}`,
    ],
    [
        ["flask-moment", "<=0.11.0", "jinja2", ">=3.1"],
        "ImportError: cannot import name 'Markup' from 'jinja2'",
        "Flask-Moment>=1",
        "import flask_moment",
        "Flask-Moment==0.11.0 Flask==2.2.5 Werkzeug==2.3.8 Jinja2==3.1.0",
        "Flask-Moment==0.11.0 Flask==2.0.3 Werkzeug==2.0.3 Jinja2==3.0.3",
    ],
    [
        ["flask-babel", "==2.0.0", "flask", ">=3"],
        "ImportError: cannot import name 'locked_cached_property' from 'flask.helpers'",
        "Flask-Babel>=4",
        "import flask_babel",
        "Flask-Babel==2.0.0 Flask==3.0.0",
        "Flask-Babel==2.0.0 Flask==2.2.5 Werkzeug==2.3.8",
    ],
    [
        ["flask-httpauth", "<=4.2.0", "werkzeug", ">=2.1"],
        "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
        "Flask-HTTPAuth>=4.8",
        "import flask_httpauth",
        "Flask-HTTPAuth==4.2.0 Flask==2.1.3 Werkzeug==2.1.0",
        "Flask-HTTPAuth==4.2.0 Flask==2.0.3 Werkzeug==2.0.3",
    ],
    [
        ["flask-jwt-extended", "<=3.24.1", "werkzeug", ">=2.1"],
        "ImportError: cannot import name 'safe_str_cmp' from 'werkzeug.security'",
        "Flask-JWT-Extended>=4.6",
        "import flask_jwt_extended",
        "Flask-JWT-Extended==3.24.1 PyJWT==1.7.1 Flask==2.1.3 Werkzeug==2.1.0",
        "Flask-JWT-Extended==3.24.1 PyJWT==1.7.1 Flask==2.0.3 Werkzeug==2.0.3",
    ],
    [
        ["flask-restx", "<=1.1.0", "flask", ">=3"],
        "ModuleNotFoundError: No module named 'flask.scaffold'",
        "flask-restx>=1.3",
        "import flask_restx",
        "flask-restx==1.1.0 Flask==3.0.0 setuptools==70.3.0",
        "flask-restx==1.1.0 Flask==2.2.5 Werkzeug==2.3.8 setuptools==70.3.0",
    ],
    [
        ["flasgger", "<=0.9.5", "flask", ">=3"],
        "ImportError: cannot import name 'Markup' from 'flask'",
        "flasgger>=0.9.7.1",
        "import flasgger",
        "flasgger==0.9.5 Flask==3.0.0 setuptools==70.3.0",
        "flasgger==0.9.5 Flask==2.2.5 Werkzeug==2.3.8 setuptools==70.3.0",
    ],
    [
        ["flask-debugtoolbar", "<=0.11.0", "flask", ">=3"],
        "ImportError: cannot import name '_request_ctx_stack' from 'flask.globals'",
        "Flask-DebugToolbar>=0.14",
        "import flask_debugtoolbar",
        "Flask-DebugToolbar==0.11.0 Flask==3.0.0",
        "Flask-DebugToolbar==0.11.0 Flask==2.1.3 Werkzeug==2.1.2",
    ],
    [
        ["flask-assets", "<=2.0", "flask", ">=3"],
        "ImportError: cannot import name '_request_ctx_stack' from 'flask'",
        "Flask-Assets>=2.1",
        "import flask_assets",
        "Flask-Assets==2.0 Flask==3.0.0",
        "Flask-Assets==2.0 Flask==2.2.5 Werkzeug==2.3.8",
    ],
    [
        ["flask-marshmallow", "<=0.14.0", "marshmallow", ">=4"],
        "ImportError: cannot import name 'pprint' from 'marshmallow'",
        "flask-marshmallow>=1.3",
        "import flask_marshmallow",
        "flask-marshmallow==0.14.0 marshmallow==4.0.0 Flask==2.2.5 Werkzeug==2.3.8",
        "flask-marshmallow==0.14.0 marshmallow==3.26.1 Flask==2.2.5 Werkzeug==2.3.8",
    ],
];
/** Every pair, the surest to be met first. */
const BREAKING_PAIRS = ROWS.map(([[name, versions, partner, partners], message, remedy, code, broken, works]) => ({
    ...{ package: name, versions, partner, partners, message, remedy },
    proof: { code, broken: broken.split(" "), works: works.split(" ") },
}));

;// CONCATENATED MODULE: ./lib/checks/data/needed-partners.js
/**
 * From which version on other packages go with versions of a package, where pins of before are likely to be lower: by
 * the metadata of either, or because they cannot be imported together. Null when none does.
 */
const NEEDED_PARTNERS = [
    ["flask", ">=2.0,<2.1", { werkzeug: "2.0", jinja2: "3.0", itsdangerous: "2.0", click: "7.1.2" }],
    ["flask", ">=2.1,<2.2", { werkzeug: "2.0", jinja2: "3.0", itsdangerous: "2.0", click: "8.0" }],
    ["flask", ">=2.2,<2.3", { werkzeug: "2.2.2", jinja2: "3.0", itsdangerous: "2.0", click: "8.0" }],
    [
        "flask",
        ">=2.3,<3",
        {
            werkzeug: "2.3.7",
            jinja2: "3.1.2",
            itsdangerous: "2.1.2",
            click: "8.1.3",
            blinker: "1.6.2",
            "flask-wtf": "1.1.1",
        },
    ],
    [
        "flask",
        ">=3",
        { werkzeug: "3.0.0", jinja2: "3.1.2", itsdangerous: "2.1.2", click: "8.1.3", blinker: "1.6.2" },
    ],
    ["flask", ">=2", { "flask-script": null }],
    ["jinja2", ">=3", { markupsafe: "2.0" }],
    ["werkzeug", ">=2.2", { markupsafe: "2.1.1" }],
    ["urllib3", ">=1.26,<2", { requests: "2.25.0" }],
    ["urllib3", ">=2", { requests: "2.30.0" }],
    ["flask-sqlalchemy", ">=3", { flask: "2.2.5", sqlalchemy: "1.4.18" }],
].flatMap(([key, versions, partners]) => Object.entries(partners).map(([partner, least]) => ({ key, versions, partner, least })));

;// CONCATENATED MODULE: ./lib/checks/known-breaking-pins.js







const known_breaking_pins_NAMES = {
    flask: "Flask",
    jinja2: "Jinja2",
    markupsafe: "MarkupSafe",
    sqlalchemy: "SQLAlchemy",
    werkzeug: "Werkzeug",
};
// A limit or a pin of one of these may keep pip from taking the newest version of what needs them.
const HOLDS = {
    flask: ["werkzeug", "jinja2", "click", "itsdangerous", "blinker", "markupsafe"],
    werkzeug: ["markupsafe"],
    jinja2: ["markupsafe"],
};
// Packages that do not keep their dependencies below a version. Others may.
const HOLD_NOTHING = /^(?:flask(?:-(?:sqlalchemy|login|wtf|migrate|cors|bcrypt|mail|uploads|moment))?|gunicorn|werkzeug|jinja2|markupsafe|itsdangerous|click|blinker|sqlalchemy|alembic|psycopg2?(?:-binary)?|python-dotenv|requests|wtforms|email-validator|redis|whitenoise)$/;
// An old pin of one package beside another without a pin was fine on the day on which it was written. pip on Heroku
// takes the newest of what has no pin, and the old package's own metadata allows it.
const knownBreakingPins = {
    id: "known-breaking-pins",
    title: "The listed versions work together",
    buildpack: true,
    find(project) {
        const { requirements } = project;
        if (!requirements || requirements.problems.length > 0)
            return [];
        const found = BREAKING_PAIRS.filter((pair) => known_breaking_pins_isMet(pair, requirements));
        return [...Map.groupBy(found, (pair) => pair.package)].flatMap(([key, pairs]) => {
            const entry = requirements.entries.find((each) => each.active && each.key === key);
            return entry ? [broken(entry, pairs, project, requirements)] : [];
        });
    },
};
function known_breaking_pins_isMet({ package: key, versions, partner, partners }, requirements) {
    const version = newestAllowed(requirements, key);
    if (version === undefined || version === allowed_version_NEWEST || !fits(version, versions))
        return false;
    const other = versionOf(partner, requirements);
    return other !== undefined && fits(other, partners);
}
/** The version that pip takes; undefined when something may hold it back. */
function versionOf(key, requirements) {
    const isBound = (each) => [...requirements.entries, ...requirements.constraints].some((line) => line.active && line.key === each && (line.specifier !== "" || line.url !== undefined));
    if (isBound(key)) {
        const isListed = requirements.entries.some((line) => line.active && line.key === key);
        return isListed ? newestAllowed(requirements, key) : undefined;
    }
    // Flask 1.1.3 and 1.1.4 alone of its old versions know limits.
    const flask = newestAllowed(requirements, "flask");
    const byFlask = flask !== undefined && fits(flask, ">=1.1.3,<2") && key !== "markupsafe";
    return byFlask || (HOLDS[key] ?? []).some(isBound) ? undefined : allowed_version_NEWEST;
}
function broken(entry, pairs, { modules }, requirements) {
    const [pair] = pairs;
    const { partner = "", partners = "", message = "", remedy = "", proof } = pair ?? {};
    const active = requirements.entries.filter((line) => line.active);
    const isPinned = active.some(({ key, specifier }) => key === partner && /^===?[^*,]+$/.test(specifier));
    const isSure = isPinned || active.every(({ key }) => HOLD_NOTHING.test(key));
    const module = /import (\w+)/.exec(proof?.code ?? "")?.[1];
    const loads = ["jinja2", "flask"].includes(module ?? "") ? ["jinja2", "flask"] : [module];
    const isLoaded = modules.external.some((wanted) => wanted.guard === "none" && loads.includes(topModule(wanted.module)));
    const limits = pairs.map((each) => `${known_breaking_pins_named(each.partner)}${each.partners.replace(">=", "<")}`);
    const listed = pairs.some((each) => active.some(({ key }) => key === each.partner));
    const staying = pairs.every((each) => mayStay(each, requirements))
        ? ` Or ${listed ? "ask for" : "add"} ${limits.map(quote).join(", ")} to stay with what worked.`
        : "";
    const name = known_breaking_pins_named(partner);
    const which = isPinned ? "which is listed" : `and pip takes the newest ${name} that it finds`;
    return {
        level: isSure && isLoaded ? "error" : "warning",
        file: entry.file,
        line: entry.line,
        problem: `${quote(entry.name + entry.specifier)} does not work with ${name} ${partners.replace(">=", "")} and newer, ${which}: ` +
            `\`${message}\`. Where it works, an older ${name} is installed.`,
        fix: `Move on to ${quote(remedy)} and test.${staying}`,
        edits: listed || !staying ? [] : limits.flatMap((text) => added(requirements, text)),
    };
}
/** Whether pip can take a partner that is old enough: not beside a listed package that wants a newer one. */
function mayStay({ partner, partners }, requirements) {
    return NEEDED_PARTNERS.every((need) => {
        const version = newestAllowed(requirements, need.key);
        const isHeld = version !== undefined && version !== allowed_version_NEWEST && fits(version, need.versions);
        return need.partner !== partner || need.least === null || !isHeld || !fits(need.least, partners);
    });
}
function known_breaking_pins_named(key) {
    return known_breaking_pins_NAMES[key] ?? key;
}

;// CONCATENATED MODULE: ./lib/checks/local-files-written.js





const ADVICE = {
    uploads: {
        what: "What a visitor uploads is written to the disk here",
        fix: "Put uploads on a file store such as S3, or, if they are small, into the database.",
    },
    logs: {
        what: "A log is written to a file here",
        fix: "Log to the console, which is what Python does without a file: `heroku logs` shows it, and add-ons keep it.",
    },
    files: {
        what: "A file is written to the disk here",
        fix: "If it must be there tomorrow, put it into the database or on a file store such as S3. A file that is used at once and then not again is fine, best in /tmp.",
    },
};
// Every dyno has a disk of its own, which is thrown away at each restart: at each deploy and at least once a day.
const localFilesWritten = {
    id: "local-files-written",
    title: "Nothing that must last is written to the dyno's disk",
    find(project) {
        const said = new Set();
        return project.code.calls.flatMap((call) => {
            const { line, where } = call;
            if (where.loaded === "no" || where.guard === "main")
                return [];
            const kind = kindOf(call);
            if (kind === undefined || said.has(`${where.file} ${kind}`))
                return [];
            said.add(`${where.file} ${kind}`);
            const { what, fix } = ADVICE[kind];
            return [
                ...(kind === "logs" ? withoutFolder(call, project) : []),
                {
                    level: "notice",
                    file: where.file,
                    line,
                    problem: `${what}. At home it stays there. On Heroku every dyno has a disk of its own, which is thrown away when it restarts: at ` +
                        "every deploy, and at least once a day.",
                    fix,
                },
            ];
        });
    },
};
/** A log whose folder is in nobody's commit: at home it was made by hand, once. */
function withoutFolder({ node, line, where }, { files, code, web, modules }) {
    const path = textOf(keyword(node, "filename") ?? node.args[0]);
    const folder = path === undefined || path.startsWith("/") ? "." : external_node_path_.posix.dirname(path);
    const inCommit = inTree(modules.webTarget?.root ?? ".", folder);
    if (folder === "." || inCommit === undefined || keyword(node, "delay"))
        return [];
    const isThere = [...files.keys()].some((file) => file.startsWith(`${inCommit}/`));
    const isMade = code.hasUnreadable ||
        code.calls.some(({ node: { func } }) => /^(?:mkdir|makedirs)$/.test(func.nodeType === "Attribute" ? func.attr : (dotted(func) ?? ""))) ||
        web?.commands.some(({ words }) => words[0]?.text === "mkdir") ||
        [".profile", "bin/pre_compile", "bin/post_compile"].some((file) => files.has(file));
    if (isThere || isMade)
        return [];
    return [
        {
            level: "warning",
            file: where.file,
            line,
            problem: `The log goes into the folder ${quote(folder)}, which is not in the commit, and nothing makes it: on Heroku it is not there, ` +
                "and opening the log ends with FileNotFoundError.",
            fix: `Log to the console in its place. Or make the folder first: \`os.makedirs(${JSON.stringify(folder)}, exist_ok=True)\`.`,
        },
    ];
}
function kindOf({ name, node }) {
    if (/(?:^|\.)(?:(?:Timed)?Rotating|Watched)?FileHandler$/.test(name))
        return "logs";
    if (/(?:^|\.)basicConfig$/.test(name))
        return keyword(node, "filename") ? "logs" : undefined;
    if (/\.save$/.test(name) && node.args[0] && isUpload(node.args[0]))
        return "uploads";
    return name === "open" && isWritten(node) ? "files" : undefined;
}
/** Whether a path is made of an upload's name or of the folder that Flask's documentation keeps uploads in. */
function isUpload(path) {
    for (const node of walk(path)) {
        if (node.nodeType === "Name" && node.id === "secure_filename")
            return true;
        if (node.nodeType === "Attribute" && node.attr === "filename")
            return true;
        if (node.nodeType === "Constant" && /^upload_folder$/i.test(String(node.value)))
            return true;
    }
    return false;
}
function isWritten(call) {
    const mode = textOf(keyword(call, "mode") ?? call.args[1]);
    const path = textOf(call.args[0]);
    return mode !== undefined && /[wax]/.test(mode) && !/^\/(?:tmp|dev|proc)\//.test(path ?? "");
}
function keyword({ keywords }, name) {
    return keywords.find(({ arg }) => arg === name)?.value;
}

;// CONCATENATED MODULE: ./lib/checks/migrations.js




// Flask-Migrate's folder must be in the commit, with at least one migration, and be the only one that makes tables.
const migrations = {
    id: "migrations",
    title: "The migrations are complete",
    find: flaskMigrate,
};
function flaskMigrate(project) {
    const { code, files } = project;
    const migrate = code.calls.find(({ name, where }) => /(?:^|\.)Migrate$/.test(name) && where.loaded !== "no");
    if (!migrate || !lists(project, "flask-migrate"))
        return [];
    const paths = [...files.keys()];
    const place = { level: "warning", file: migrate.where.file, line: migrate.line };
    const [folder] = migrationsFolders(project);
    // A link or a submodule may hold them.
    const isHidden = [...files.values()].some(({ path, mode }) => path.endsWith("migrations") && !mode.startsWith("100"));
    if (isHidden)
        return [];
    if (folder === undefined) {
        const problem = "The app uses Flask-Migrate, but its migrations folder is not in the commit: on Heroku `flask db upgrade` ends with `Path doesn't exist: migrations`. At home the folder may be there, ignored by git.";
        const fix = "Run `flask db init` and `flask db migrate` where there is no folder yet, then commit it: take `migrations` out of .gitignore.";
        return [{ ...place, problem, fix }];
    }
    if (!paths.some((path) => path.startsWith(`${folder}/versions`) && path.endsWith(".py"))) {
        const problem = "The migrations folder has no migration: `flask db upgrade` succeeds on Heroku and makes no table.";
        const fix = 'Run `flask db migrate -m "first"` at home and commit the file that it writes.';
        return [{ ...place, problem, fix }];
    }
    return createAllCalls(project)
        .filter(({ where }) => isCertain(code, where))
        .map(({ line, where }) => ({
        level: "warning",
        file: where.file,
        line,
        problem: "`create_all()` runs when the app is imported, and Flask-Migrate makes the same tables. On an empty database `create_all()` " +
            "comes first, even within `flask db upgrade`, which then ends with `relation already exists`. At home the tables were there before.",
        fix: "Take the call out: `flask db upgrade` makes the tables. If they are there already, run `flask db stamp head` once.",
    }));
}

;// CONCATENATED MODULE: ./lib/checks/models-not-imported.js



const FINDS_MODULES = /(?:^|\.)(?:import_module|__import__|import_string|find_modules|iter_modules|walk_packages)$/;
// A table is known once the class that describes it has been defined; nothing looks for modules by itself.
const modelsNotImported = {
    id: "models-not-imported",
    title: "Every model is imported before the tables are made",
    find(project) {
        const { code } = project;
        const finds = code.calls.some(({ name, where }) => where.loaded !== "no" && FINDS_MODULES.test(name));
        if (!imports(project, "flask_sqlalchemy") || code.hasUnreadable || finds)
            return [];
        return [...neverLoaded(project), ...definedTooLate(project)];
    },
};
function neverLoaded(project) {
    const models = modelClasses(project);
    const known = new Set(models.filter(({ where }) => where.loaded !== "no").map(({ name }) => name));
    const files = Map.groupBy(models.filter(({ where }) => where.loaded === "no"), ({ where }) => where.file);
    return [...files]
        .filter(([, classes]) => !classes.some(({ name }) => known.has(name)))
        .map(([file, classes]) => ({
        level: "warning",
        file,
        line: classes[0]?.line ?? null,
        problem: `Nothing that the web process loads imports this file, so the app does not know ${namesOf(classes)}: neither \`create_all()\` ` +
            "nor a migration makes the tables. At home, a shell or a script may import it.",
        fix: "Import the file where the app is made, in a factory before it returns the app. If it is no longer used, remove it.",
    }));
}
function namesOf(classes) {
    const shown = classes.slice(0, 3).map(({ name }) => quote(name));
    return shown.join(", ") + (classes.length > 3 ? " and others" : "");
}
/** Models below a create_all of the same file, where no later one follows. */
function definedTooLate(project) {
    const calls = createAllCalls(project).filter(({ where }) => where.function === undefined && isCertain(project.code, where));
    return [...Map.groupBy(calls, ({ where }) => where.file)].flatMap(([file, inFile]) => {
        const last = inFile.at(-1);
        if (!last)
            return [];
        const late = modelClasses(project).filter(({ where, line }) => where.file === file && where.function === undefined && line > last.line);
        if (late.length === 0)
            return [];
        const problem = `\`create_all()\` runs before ${namesOf(late)} below it: an empty database gets no table of them. At home the tables are there from an earlier run.`;
        const fix = "Move the call below the last model.";
        return [{ level: "warning", file, line: last.line, problem, fix }];
    });
}

;// CONCATENATED MODULE: ./lib/checks/misnamed-requirements.js
const LOOKALIKE = /^(?:requirements?|requirments|requirement[-_]?s|reqs?|dependencies|packages)(?:[-_. ].*)?$/is;
const TEXT = /^[^.]*$|\.(?:txt|text|in|pip|md)$/i;
const OTHER_USE = /(?:dev|tests?|testing|lint|docs?|local)\b/i;
const FOREIGN = /(?:^|\/)(?:node_modules|site-packages|venv|\.venv|env|vendor|docs?|tests?)\//;
/** A file that was probably meant to be requirements.txt, when the root has none: the one nearest to it. */
function misnamedRequirements({ files }) {
    const [path] = [...files.keys()]
        .filter((path) => !FOREIGN.test(path) && isLookalike(path))
        .sort((a, b) => a.split("/").length - b.split("/").length || a.length - b.length || (a < b ? -1 : 1));
    return path;
}
function isLookalike(path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const folder = path.slice(0, -name.length);
    if (OTHER_USE.test(name))
        return false;
    return ((LOOKALIKE.test(name) && TEXT.test(name)) ||
        (/(?:^|\/)requirements\/$/i.test(folder) && /\.txt$/i.test(name)));
}

;// CONCATENATED MODULE: ./lib/checks/package-managers.js


const FREEZE = "In the environment that the app runs in, write `pip freeze > requirements.txt` and commit the file.";
const FIXES = {
    Pipfile: "Run `pipenv lock` and commit Pipfile.lock.",
    "pyproject.toml": `Lock it (\`uv lock\` or \`poetry lock\`) and commit the lock file. Or: ${FREEZE}`,
    "setup.py": "Add a requirements.txt with the single line `.` and commit it: pip then installs what setup.py names.",
    "environment.yml": `Heroku does not use conda. ${FREEZE}`,
};
const TOOLS = {
    "requirements.txt": "pip",
    "Pipfile.lock": "Pipenv",
    "poetry.lock": "Poetry",
    "uv.lock": "uv",
};
// The buildpack (v351) stops with package-manager::multiple-found, ::pipenv-missing-lockfile or ::setup-py-only.
const packageManagers = {
    id: "package-managers",
    title: "One file, and only one, lists the packages",
    buildpack: true,
    find(project) {
        const lists = packageLists(project);
        const wanted = unlocked(project);
        if (lists.length > 1)
            return [several(lists)];
        if (lists.length === 1)
            return forgottenPipfile(project);
        return wanted === undefined || misnamedRequirements(project) !== undefined ? [] : [withoutLock(wanted)];
    },
};
function several(lists) {
    const files = lists.join(" and ");
    const tools = lists.map((list) => TOOLS[list]).join(", ");
    return {
        level: "error",
        file: lists.at(-1) ?? null,
        line: null,
        problem: `${files} are both in the root (${tools}). Heroku cannot tell which of them lists the packages, and stops the build. ` +
            "At home you choose by the command that you type.",
        fix: `Keep the one that you install from, and delete ${lists.length > 2 ? "the others" : "the other"}: \`git rm ${lists.at(-1)}\` or \`git rm ${lists[0]}\`.`,
    };
}
/** Whether the buildpack minds depends on its version: it warned for years. */
function forgottenPipfile({ files }) {
    if (!files.has("Pipfile") || files.has("Pipfile.lock"))
        return [];
    return [
        {
            level: "warning",
            file: "Pipfile",
            line: null,
            problem: "There is a Pipfile without Pipfile.lock beside another list of packages. Heroku may take the app for one of Pipenv's " +
                "and stop the build, because nothing is locked.",
            fix: "Delete the Pipfile if you do not install from it. Else run `pipenv lock`, commit Pipfile.lock, and delete the other list.",
        },
    ];
}
function withoutLock(file) {
    return {
        level: "error",
        file,
        line: null,
        problem: `There is ${file} but no requirements.txt, Pipfile.lock, poetry.lock or uv.lock, and Heroku installs from one of those ` +
            "four. The build stops.",
        fix: FIXES[file] ?? FREEZE,
    };
}

;// CONCATENATED MODULE: ./lib/checks/few.js
const few_MOST = 3;
const few_NAMED = 8;
/** Remarks that say the same of many lines as one, at the first, with the edits of all; a few stay as they are. */
function few(remarks) {
    const [first, ...others] = remarks;
    if (!first || remarks.length <= few_MOST)
        return remarks;
    const lines = others.slice(0, few_NAMED).map(({ line }) => line);
    const rest = others.length > few_NAMED ? ", …" : "";
    const problem = `${first.problem} The same goes for ${others.length} more lines (${lines.join(", ")}${rest}).`;
    return [{ ...first, problem, edits: remarks.flatMap(({ edits = [] }) => edits) }];
}

;// CONCATENATED MODULE: ./lib/checks/other-system.js
const ONLY_ON = [
    [/^(?:pywin32|pypiwin32|pywinpty|windows-curses)$/, "Windows", 'sys_platform == "win32"'],
    [/^pyobjc(?:-.*)?$/, "macOS", 'sys_platform == "darwin"'],
];
/** The only system that a package can be installed on, and the marker for it; undefined when Linux will do. */
function otherSystem(key) {
    const [, system, marker] = ONLY_ON.find(([names]) => names.test(key)) ?? [];
    return system !== undefined && marker !== undefined ? { system, marker } : undefined;
}

;// CONCATENATED MODULE: ./lib/checks/data/built-from-source.js
const BUILT_FROM_SOURCE = [
    ["cffi", "1.17.1", "import _cffi_backend"],
    ["coverage", "5.5", "import coverage"],
    ["greenlet", "3.2.2", "import greenlet"],
    ["lazy-object-proxy", "1.4.3", "import lazy_object_proxy"],
    ["markupsafe", "1.1.1", "import markupsafe"],
    ["msgpack", "1.0.2", "import msgpack"],
    ["multidict", "5.1.0", "import multidict"],
    ["psycopg2-binary", "2.9.10", "import psycopg2"],
    ["pyyaml", "6.0.1", "import yaml"],
    ["regex", "2021.4.4", "import regex"],
    ["simplejson", "3.16.0", "import simplejson"],
    ["sqlalchemy", "1.2.19", "import sqlalchemy.orm"],
    ["ujson", "5.4.0", "import ujson"],
    ["wrapt", "1.14.1", "import wrapt"],
].map(([name, first, code]) => ({ package: name, first, code }));

;// CONCATENATED MODULE: ./lib/checks/data/pin-rules.js
const ABC = "from 'collections'";
const SIX = "six.moves";
const FLASK_2 = ["Jinja2==3.1.2", "MarkupSafe==2.1.1", "itsdangerous==2.1.2", "click==8.1.3"];
const pin_rules_FLASK_1 = ["Jinja2==2.11.3", "MarkupSafe==2.0.1", "itsdangerous==1.1.0", "click==7.1.2"];
function rule([name, versions, python, stage, message, { lowest, ...proof }, imports]) {
    return {
        ...{ package: name, versions, python, stage, message, proof, imports: imports ?? modulesIn(proof.code) },
        ...(lowest !== undefined && { lowest }),
    };
}
/** The top-level modules that a statement imports. */
function modulesIn(code) {
    return [...code.matchAll(/(?:import|from) (\w+)/g)].slice(0, 1).map(([, name = ""]) => name);
}
// Proved on 2026-11-23 with CPython 3.10.13, 3.11.7, 3.12.1, 3.13.0 and 3.14.10 on Linux, with gcc 12 (13 for 3.14).
// python-editor, which alembic before 1.6 asks for, is left out: it cannot be imported on 3.13, but alembic only does
// that in `alembic edit`.
const PIN_RULES = [
    [
        "markupsafe",
        "<=1.0",
        ">=3.10",
        "build",
        "cannot import name 'Feature' from 'setuptools'",
        { on: "3.12", last: "1.0", lowest: "1.1.1", code: "import markupsafe" },
    ],
    [
        "jinja2",
        "<=2.10.1",
        ">=3.10",
        "import",
        ABC,
        { on: "3.12", last: "2.10.1", lowest: "2.10.3", code: "import jinja2", beside: ["MarkupSafe==2.0.1"] },
    ],
    [
        "werkzeug",
        "<=0.14.1",
        ">=3.10",
        "import",
        ABC,
        { on: "3.12", last: "0.14.1", lowest: "0.15.6", code: "import werkzeug.serving, werkzeug.routing" },
    ],
    [
        "flask",
        "<=1.0.2",
        ">=3.10",
        "import",
        ABC,
        {
            on: "3.12",
            last: "1.0.2",
            lowest: "1.0.4",
            code: "import flask",
            beside: ["Werkzeug==0.16.1", ...pin_rules_FLASK_1],
        },
    ],
    [
        "sqlalchemy",
        "<=1.2.0",
        ">=3.10",
        "import",
        "has no attribute 'MutableMapping'",
        { on: "3.12", last: "1.2.0", lowest: "1.2.19", code: "import sqlalchemy.orm" },
        ["sqlalchemy", "flask_sqlalchemy"],
    ],
    [
        "sqlalchemy",
        ">=2.0,<=2.0.30",
        ">=3.13",
        "import",
        "__firstlineno__",
        {
            on: "3.13",
            last: "2.0.30",
            lowest: "2.0.31",
            code: "import sqlalchemy.orm",
            beside: ["typing_extensions"],
        },
        ["sqlalchemy", "flask_sqlalchemy"],
    ],
    [
        "psycopg2-binary",
        "<=2.7.7",
        ">=3.10",
        "build",
        "gcc",
        { on: "3.12", last: "2.7.7", lowest: "2.9.5", code: "import psycopg2" },
    ],
    [
        "psycopg2-binary",
        ">2.7.7,<=2.9.1",
        ">=3.11",
        "import",
        "initialization of _psycopg raised unreported exception",
        { on: "3.11", last: "2.9.1", lowest: "2.9.5", code: "import psycopg2" },
    ],
    [
        "psycopg2-binary",
        ">2.9.1,<=2.9.9",
        ">=3.13",
        "import",
        "_PyInterpreterState_Get",
        { on: "3.13", last: "2.9.9", lowest: "2.9.10", code: "import psycopg2" },
    ],
    [
        "psycopg2",
        "<=2.7.7",
        ">=3.10",
        "build",
        "gcc",
        { on: "3.12", last: "2.7.7", lowest: "2.9.9", code: "import psycopg2" },
    ],
    [
        "psycopg2",
        ">2.7.7,<=2.8.6",
        ">=3.11",
        "import",
        "initialization of _psycopg raised unreported exception",
        { on: "3.11", last: "2.8.6", lowest: "2.9.9", code: "import psycopg2" },
    ],
    [
        "psycopg2",
        ">2.8.6,<=2.9.9",
        ">=3.13",
        "import",
        "_PyInterpreterState_Get",
        { on: "3.13", last: "2.9.9", lowest: "2.9.10", code: "import psycopg2" },
    ],
    [
        "greenlet",
        "<=2.0.2",
        ">=3.12",
        "build",
        "use_tracing",
        { on: "3.12", last: "2.0.2", lowest: "3.0.3", code: "import greenlet" },
    ],
    [
        "greenlet",
        ">2.0.2,<=3.0.3",
        ">=3.13",
        "build",
        "Py_BUILD_CORE",
        { on: "3.13", last: "3.0.3", lowest: "3.1.1", code: "import greenlet" },
    ],
    [
        "greenlet",
        ">3.0.3,<=3.1.1",
        ">=3.14",
        "build",
        "_PyInterpreterFrame",
        { on: "3.14", last: "3.1.1", lowest: "3.2.2", code: "import greenlet" },
    ],
    [
        "gevent",
        "<=20.9.0",
        ">=3.10",
        "build",
        "_syserr_cb",
        {
            on: "3.10",
            last: "20.9.0",
            lowest: "22.10.2",
            code: "import gevent.monkey",
            beside: ["greenlet==2.0.2", "zope.interface", "zope.event"],
        },
    ],
    [
        "gevent",
        ">20.9.0,<=21.12.0",
        ">=3.11",
        "build",
        "_syserr_cb",
        {
            on: "3.11",
            last: "21.12.0",
            lowest: "22.10.2",
            code: "import gevent.monkey",
            beside: ["greenlet==2.0.2", "zope.interface", "zope.event"],
        },
    ],
    [
        "gevent",
        ">21.12.0,<=22.10.2",
        ">=3.12",
        "build",
        "_syserr_cb",
        {
            on: "3.12",
            last: "22.10.2",
            lowest: "23.9.1",
            code: "import gevent.monkey",
            beside: ["greenlet==3.0.3", "zope.interface", "zope.event"],
        },
    ],
    [
        "gevent",
        ">22.10.2,<=23.9.1",
        ">=3.14",
        "build",
        "CompileError",
        {
            on: "3.14",
            last: "23.9.1",
            lowest: "25.8.1",
            code: "import gevent.monkey",
            beside: ["greenlet", "zope.interface", "zope.event"],
        },
    ],
    [
        "eventlet",
        "<=0.30.2",
        ">=3.10",
        "import",
        "'is_timeout' attribute of immutable type",
        {
            on: "3.10",
            last: "0.30.2",
            lowest: "0.33.3",
            code: "import eventlet",
            beside: ["greenlet==2.0.2", "six==1.16.0", "dnspython==2.6.1"],
        },
    ],
    [
        "eventlet",
        ">0.30.2,<=0.33.3",
        ">=3.12",
        "import",
        "has no attribute 'wrap_socket'",
        {
            on: "3.12",
            last: "0.33.3",
            lowest: "0.36.1",
            code: "import eventlet",
            beside: ["greenlet==3.0.3", "six==1.16.0", "dnspython==2.6.1"],
        },
    ],
    [
        "gunicorn",
        "<=19.10.0",
        ">=3.12",
        "import",
        SIX,
        {
            on: "3.12",
            last: "19.10.0",
            lowest: "20.1.0",
            code: "import gunicorn.app.wsgiapp, gunicorn.workers.sync",
            beside: ["setuptools==70.3.0"],
        },
    ],
    [
        "gunicorn",
        ">=20,<=20.1.0",
        ">=3.13",
        "import",
        "No module named 'pkg_resources'",
        {
            on: "3.13",
            last: "20.1.0",
            lowest: "21.2.0",
            code: "import gunicorn.app.wsgiapp, gunicorn.workers.sync",
            beside: ["setuptools==84.2.1", "packaging"],
        },
    ],
    [
        "pyyaml",
        "<=3.13",
        ">=3.10",
        "build",
        "gcc",
        { on: "3.12", last: "3.13", lowest: "6.0.1", code: "import yaml" },
    ],
    [
        "pyyaml",
        ">5.3.1,<=5.4.1",
        ">=3.10",
        "build",
        "cython_sources",
        { on: "3.12", last: "5.4.1", lowest: "6.0.1", code: "import yaml" },
    ],
    [
        "pyyaml",
        ">5.4.1,<=6.0",
        ">=3.12",
        "build",
        "cython_sources",
        { on: "3.12", last: "6.0", lowest: "6.0.1", code: "import yaml" },
    ],
    [
        "cffi",
        "<=1.16.0",
        ">=3.13",
        "import",
        "_PyErr_WriteUnraisableMsg",
        { on: "3.13", last: "1.16.0", lowest: "1.17.1", code: "import _cffi_backend", beside: ["pycparser"] },
        ["cffi", "bcrypt", "flask_bcrypt"],
    ],
    [
        "six",
        "<=1.15.0",
        ">=3.12",
        "import",
        SIX,
        { on: "3.12", last: "1.15.0", lowest: "1.16.0", code: "from six.moves import urllib" },
    ],
    [
        "urllib3",
        "<=1.24.3",
        ">=3.12",
        "import",
        SIX,
        { on: "3.12", last: "1.24.3", lowest: "1.26.15", code: "import urllib3" },
        ["urllib3", "requests"],
    ],
    [
        "redis",
        "<=2.10.6",
        ">=3.13",
        "import",
        "No module named 'distutils'",
        { on: "3.13", last: "2.10.6", lowest: "4.5.5", code: "import redis" },
    ],
    [
        "pillow",
        "<=10.0.0",
        ">=3.13",
        "build",
        "KeyError: '__version__'",
        { on: "3.13", last: "10.0.0", lowest: "10.4.0", code: "import PIL.Image" },
    ],
    [
        "lxml",
        "<=4.9.4",
        ">=3.13",
        "build",
        "gcc",
        { on: "3.13", last: "4.9.4", lowest: "5.3.0", code: "import lxml.etree" },
    ],
    [
        "pycrypto",
        "<=2.6.1",
        ">=3.11",
        "build",
        "longintrepr.h",
        { on: "3.12", last: "2.6.1", lowest: null, code: "import Crypto" },
    ],
    [
        "pymongo",
        "<=3.4.0",
        ">=3.10",
        "import",
        ABC,
        { on: "3.12", last: "3.4.0", lowest: "3.11.0", code: "import pymongo" },
    ],
    [
        "babel",
        "<=2.6.0",
        ">=3.10",
        "import",
        ABC,
        { on: "3.12", last: "2.6.0", lowest: "2.9.1", code: "import babel.core", beside: ["pytz"] },
        ["babel", "flask_babel"],
    ],
    [
        "pyjwt",
        "<=1.4.2",
        ">=3.10",
        "import",
        ABC,
        { on: "3.12", last: "1.4.2", lowest: "1.7.1", code: "import jwt" },
    ],
    [
        "boto",
        "<=2.49.0",
        ">=3.12",
        "import",
        SIX,
        { on: "3.12", last: "2.49.0", lowest: null, code: "import boto.s3" },
    ],
    [
        "httplib2",
        "<=0.9.2",
        ">=3.12",
        "import",
        "has no attribute 'wrap_socket'",
        { on: "3.12", last: "0.9.2", lowest: "0.22.0", code: "import httplib2", beside: ["pyparsing"] },
    ],
    [
        "html5lib",
        "<=0.999999999",
        ">=3.10",
        "import",
        ABC,
        {
            on: "3.10",
            last: "0.999999999",
            lowest: "1.1",
            code: "import html5lib",
            beside: ["six==1.16.0", "webencodings", "setuptools==70.3.0"],
        },
    ],
    [
        "tornado",
        "<=4.5.3",
        ">=3.10",
        "import",
        "has no attribute 'MutableMapping'",
        { on: "3.10", last: "4.5.3", lowest: "6.1", code: "import tornado.ioloop, tornado.web" },
    ],
    [
        "celery",
        "<=4.4.7",
        ">=3.10",
        "build",
        "invalid metadata",
        { on: "3.12", last: "4.4.7", lowest: "5.2.7", code: "pass" },
        ["celery"],
    ],
    [
        "dominate",
        "<=2.3.1",
        ">=3.10,<3.12",
        "import",
        ABC,
        { on: "3.11", last: "2.3.1", lowest: "2.3.4", code: "import dominate.tags" },
        ["dominate", "flask_bootstrap"],
    ],
    [
        "dominate",
        "<=2.3.1",
        ">=3.12",
        "build",
        "No module named 'imp'",
        { on: "3.12", last: "2.3.1", lowest: "2.3.4", code: "import dominate.tags" },
    ],
    [
        "feedparser",
        "<=5.2.1",
        ">=3.10",
        "build",
        "use_2to3",
        { on: "3.12", last: "5.2.1", lowest: "6.0.10", code: "import feedparser", beside: ["sgmllib3k"] },
    ],
    [
        "feedparser",
        ">5.2.1,<=6.0.10",
        ">=3.13",
        "import",
        "No module named 'cgi'",
        { on: "3.13", last: "6.0.10", lowest: "6.0.11", code: "import feedparser", beside: ["sgmllib3k"] },
    ],
    [
        "hiredis",
        "<=2.0.0",
        ">=3.12",
        "build",
        "No module named 'imp'",
        { on: "3.12", last: "2.0.0", lowest: "2.3.2", code: "import hiredis" },
    ],
    [
        "yarl",
        "<=1.6.3",
        ">=3.11",
        "build",
        "longintrepr.h",
        {
            on: "3.11",
            last: "1.6.3",
            lowest: "1.9.4",
            code: "import yarl",
            beside: ["multidict", "idna", "typing_extensions"],
        },
    ],
    [
        "frozenlist",
        "<=1.3.3",
        ">=3.14",
        "build",
        "ma_version_tag",
        { on: "3.14", last: "1.3.3", lowest: "1.8.0", code: "import frozenlist" },
    ],
    [
        "typed-ast",
        "<=1.4.3",
        ">=3.12",
        "build",
        "gcc",
        { on: "3.12", last: "1.4.3", lowest: null, code: "import typed_ast.ast3" },
    ],
    [
        "zope-interface",
        "<=5.4.0",
        ">=3.13",
        "import",
        "__firstlineno__",
        {
            on: "3.13",
            last: "5.4.0",
            lowest: "6.4.post2",
            code: "import zope.interface",
            beside: ["setuptools==70.3.0"],
        },
    ],
    [
        "alembic",
        "<=1.0.0",
        ">=3.11",
        "import",
        "has no attribute 'formatargspec'",
        {
            on: "3.11",
            last: "1.0.0",
            lowest: "1.0.7",
            code: "import alembic.operations",
            beside: ["SQLAlchemy==1.4.54", "Mako", "MarkupSafe"],
        },
        ["alembic", "flask_migrate"],
    ],
    [
        "anyjson",
        "<=0.3.3",
        ">=3.10",
        "build",
        "use_2to3",
        { on: "3.12", last: "0.3.3", lowest: null, code: "import anyjson" },
    ],
    [
        "mysql-python",
        "<=1.2.5",
        ">=3.10",
        "build",
        "ConfigParser",
        { on: "3.12", last: "1.2.5", lowest: null, code: "import MySQLdb" },
    ],
    [
        "flask-restful",
        "<=0.3.6",
        ">=3.10",
        "import",
        ABC,
        {
            on: "3.12",
            last: "0.3.6",
            lowest: "0.3.9",
            code: "import flask_restful.reqparse",
            beside: ["aniso8601", "pytz", "six==1.16.0", "Flask==1.1.4", "Werkzeug==1.0.1", ...pin_rules_FLASK_1],
        },
    ],
    [
        "pyparsing",
        "<=2.1.10",
        ">=3.10",
        "import",
        "MutableMapping",
        { on: "3.12", last: "2.1.10", lowest: "2.4.7", code: "import pyparsing" },
    ],
    [
        "networkx",
        "<=2.2",
        ">=3.10",
        "import",
        "Mapping",
        { on: "3.10", last: "2.2", lowest: "2.8.8", code: "import networkx", beside: ["decorator"] },
    ],
    [
        "future",
        "<=0.18.2",
        ">=3.12",
        "import",
        "No module named 'imp'",
        {
            on: "3.12",
            last: "0.18.2",
            lowest: "1.0.0",
            code: "from future.standard_library import install_aliases",
        },
    ],
    [
        "flask",
        ">1.0.2,<=2.2.5",
        ">=3.14",
        "import",
        "module 'pkgutil' has no attribute 'get_loader'",
        {
            on: "3.14",
            last: "2.2.5",
            lowest: "2.3.3",
            code: "import flask; flask.Flask('x')",
            beside: ["Werkzeug==2.3.8", "blinker==1.6.2", ...FLASK_2],
        },
    ],
    [
        "werkzeug",
        ">0.14.1,<=2.2.3",
        ">=3.14",
        "import",
        "module 'ast' has no attribute 'Str'",
        {
            on: "3.14",
            last: "2.2.3",
            lowest: "2.3.8",
            code: "from werkzeug.routing import Map, Rule; Map([Rule('/<a>')]).update()",
            beside: ["MarkupSafe==2.1.1"],
        },
    ],
    [
        "wsgiref",
        "<=0.1.2",
        ">=3.10",
        "build",
        "Missing parentheses in call to 'print'",
        { on: "3.10", last: "0.1.2", lowest: null, code: "import wsgiref" },
    ],
    [
        "functools32",
        "<=3.2.3.post2",
        ">=3.10",
        "build",
        "Getting requirements to build wheel did not run successfully",
        { on: "3.10", last: "3.2.3.post2", lowest: null, code: "import functools32" },
    ],
    [
        "dataclasses",
        "<=0.8",
        ">=3.10",
        "build",
        "Requires-Python",
        { on: "3.10", last: "0.8", lowest: null, code: "import dataclasses" },
    ],
    [
        "futures",
        "<=3.4.0",
        ">=3.10",
        "build",
        "require a different python version",
        { on: "3.10", last: "3.4.0", lowest: null, code: "import concurrent.futures" },
    ],
    [
        "flask-restplus",
        "<=0.13.0",
        ">=3.10",
        "import",
        ABC,
        {
            on: "3.10",
            last: "0.13.0",
            lowest: null,
            code: "import flask_restplus",
            beside: [
                "aniso8601",
                "pytz",
                "jsonschema==3.2.0",
                "pyrsistent",
                "attrs",
                "setuptools==70.3.0",
                "six==1.16.0",
                "Flask==1.1.4",
                "Werkzeug==0.16.1",
                ...pin_rules_FLASK_1,
            ],
        },
    ],
    [
        "mongoengine",
        "<=0.15.3",
        ">=3.10",
        "build",
        "use_2to3",
        { on: "3.10", last: "0.15.3", code: "import mongoengine" },
    ],
    [
        "prompt-toolkit",
        "<=1.0.15",
        ">=3.10",
        "import",
        ABC,
        { on: "3.10", last: "1.0.15", code: "import prompt_toolkit", beside: ["six==1.16.0", "wcwidth"] },
    ],
    [
        "marshmallow",
        "<=2.15.0",
        ">=3.10",
        "import",
        ABC,
        { on: "3.10", last: "2.15.0", code: "import marshmallow" },
    ],
    [
        "marshmallow",
        ">2.15.0,<=2.21.0",
        ">=3.13",
        "import",
        "No module named 'distutils'",
        { on: "3.13", last: "2.21.0", code: "import marshmallow" },
    ],
    [
        "marshmallow",
        ">2.21.0,<=3.14.1",
        ">=3.13",
        "import",
        "No module named 'distutils'",
        { on: "3.13", last: "3.14.1", lowest: "3.15.0", code: "import marshmallow", beside: ["packaging"] },
    ],
    [
        "flask-marshmallow",
        "<=0.14.0",
        ">=3.13",
        "import",
        "No module named 'distutils'",
        {
            on: "3.13",
            last: "0.14.0",
            lowest: "0.15.0",
            code: "import flask_marshmallow",
            beside: [
                "marshmallow==3.15.0",
                "packaging",
                "Werkzeug==2.3.8",
                "Flask==2.3.3",
                "blinker==1.6.2",
                ...FLASK_2,
            ],
        },
    ],
    [
        "wrapt",
        "<=1.12.1",
        ">=3.11",
        "import",
        "cannot import name 'formatargspec'",
        { on: "3.11", last: "1.12.1", code: "import wrapt" },
    ],
].map(rule);

;// CONCATENATED MODULE: ./lib/checks/pin-verdict.js







/** What is known against a version on a Python (`3.14`): from what was proved, and from what the package index says. */
function verdictOn(key, version, minor, project) {
    const release = releaseOf(key, version, project);
    const nothing = release && !release.wheels.includes(minor) && !release.sources.includes(minor);
    if (nothing && !otherSystem(key)) {
        const isForbidden = !fits(newestPatch(minor), release.requiresPython);
        if (isForbidden)
            return { kind: "nothing", requiresPython: release.requiresPython };
        // Another index may lack files that PyPI has.
        if (project.index.packages && project.index.isPublic)
            return { kind: "nothing", requiresPython: "" };
    }
    const rule = ruleFor(key, version, minor, project);
    if (rule)
        return { kind: "rule", rule };
    const isCompiled = release?.compiled && !release.wheels.includes(minor);
    return isCompiled && !isKnownToBuild(key, version) ? { kind: "source" } : undefined;
}
/** Whether it is known, not only likely, that it fails. */
function isKnown({ kind }) {
    return kind !== "source";
}
/** What becomes of a pin, in words that follow its name. */
function inWords(verdict) {
    if (verdict.kind === "source")
        return "has no wheel and must be compiled";
    if (verdict.kind === "rule")
        return verdict.rule.stage === "build" ? "cannot be installed" : "cannot be imported";
    const { requiresPython } = verdict;
    return `cannot be installed (${requiresPython === "" ? "it has no file for that Python" : `it is for Python ${quote(requiresPython)}`})`;
}
/** What the package index says of one version; undefined when it was not asked or does not know it. */
function releaseOf(key, version, { index }) {
    const releases = index.packages?.get(key);
    const id = versionKey(version);
    return releases === undefined || releases === "unknown" || id === undefined ? undefined : releases.get(id);
}
/** What is known to go wrong with a version on a Python (`3.14`); undefined for what is not known to. */
function ruleFor(key, version, minor, { requirements }) {
    const rule = PIN_RULES.find((each) => each.package === key && fits(version, each.versions) && fits(minor, each.python));
    // An old setuptools that is pinned beside it still has what the newest dropped.
    const setuptools = requirements && newestAllowed(requirements, "setuptools");
    const hasIt = setuptools !== undefined && fits(setuptools, "<81");
    return rule?.message.includes("pkg_resources") && hasIt ? undefined : rule;
}
function isKnownToBuild(key, version) {
    return BUILT_FROM_SOURCE.some((each) => each.package === key && byVersion(version, each.first) >= 0);
}

;// CONCATENATED MODULE: ./lib/checks/pin-releases.js







/** What to say of pins that the package index does not have, and of those that were taken back there. */
function strangePins(project) {
    const { requirements, index } = project;
    if (!requirements || index.packages === null)
        return [];
    const pins = publicPins(requirements).filter(({ key }) => !otherSystem(key) && key !== "pkg-resources");
    const absent = (index.isPublic ? pins : []).flatMap((pin) => {
        const releases = index.packages?.get(pin.key);
        if (releases === undefined || releaseOf(pin.key, pin.version, project))
            return [];
        return [releases === "unknown" ? noPackage(pin) : noVersion(pin, releases)];
    });
    const yanked = pins.flatMap((pin) => {
        const release = releaseOf(pin.key, pin.version, project);
        return release?.yanked === undefined ? [] : [takenBack(pin, release, project)];
    });
    return [...absent, ...few(yanked)];
}
function noPackage({ place: { name, file, line } }) {
    return {
        // The config var PIP_EXTRA_INDEX_URL on Heroku, which cannot be seen from here, may name the index that has it.
        level: "warning",
        file,
        line,
        problem: `The public package index knows no package ${quote(name)}. pip on Heroku asks it, and without another index the build stops.`,
        fix: "Correct the name, or delete the line. For a package of your own, name the index that has it by `--extra-index-url`, or in the " +
            "config var PIP_EXTRA_INDEX_URL, or commit the package and give its path.",
    };
}
function noVersion({ version, place: { name, file, line } }, releases) {
    const all = finalVersions(releases);
    const [below, above] = [
        all.findLast((each) => byVersion(each, version) < 0),
        all.find((each) => byVersion(each, version) > 0),
    ];
    const near = [below, above].filter((each) => each !== undefined).map((each) => quote(`${name}==${each}`));
    return {
        level: "error",
        file,
        line,
        problem: `The public package index has no version ${quote(version)} of ${quote(name)}. pip on Heroku asks it, and the build stops.`,
        fix: `Write the version that \`pip freeze\` shows where the app works${near.length > 0 ? `; the nearest that exist are ${near.join(" and ")}` : ""}.`,
    };
}
function takenBack({ key, version, place: { name, file, line } }, { yanked }, project) {
    const next = finalVersions(project.index.packages?.get(key)).find((each) => byVersion(each, version) > 0);
    const why = yanked ? `: ${quote(yanked)}` : ", and gave no reason";
    return {
        level: "warning",
        file,
        line,
        problem: `Those who released ${quote(`${name}==${version}`)} took it back ("yanked" it)${why}. pip still installs it for a pin that names ` +
            "it, as long as it is there.",
        fix: next === undefined
            ? "Choose another version."
            : `Move on to ${quote(`${name}==${next}`)} or a later one, and test.`,
    };
}

;// CONCATENATED MODULE: ./lib/checks/name-python.js

/** The edits that make `.python-version` name this Python, without a runtime.txt, which would win over it. */
function namePython({ texts, files }, version) {
    const edits = files.has("runtime.txt") ? [{ kind: "delete", file: "runtime.txt" }] : [];
    const known = pythonVersionFile(texts);
    const isThere = known?.kind === "version" && written(known) === version;
    // A link of that name cannot be edited.
    if (isThere || (files.has(".python-version") && !known))
        return edits;
    return [...edits, filled(".python-version", texts, version)];
}
/** A version as a file writes it: `3.12`, or `3.12.4`. */
function written({ major, minor, patch, }) {
    return [major, minor, patch].filter((part) => part !== undefined).join(".");
}
/** Makes `line` the whole content of a file. */
function filled(file, texts, line) {
    const text = texts.get(file);
    if (text === undefined || text === "")
        return { kind: "create", file, text: `${line}\n` };
    const to = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    return { kind: "replace", file, from: 1, to, lines: [line] };
}

;// CONCATENATED MODULE: ./lib/checks/pin-raises.js





/**
 * The pins (versions by key) that have to be raised so that all work on a Python, each to the lowest version that is
 * known to: those that fail there, and those that do not go with the raised ones.
 */
function raisesFor(pins, minor, project) {
    const raised = new Map();
    const versionOf = (key) => raised.get(key) ?? pins.get(key);
    const raise = (key, least) => {
        const version = versionOf(key);
        const isOpen = !raised.has(key) || typeof raised.get(key) === "string";
        if (!isOpen || version === undefined || (least !== null && byVersion(version, least) >= 0))
            return false;
        raised.set(key, least && lowestFrom(key, least, minor, project));
        return true;
    };
    for (const [key, version] of pins)
        if (verdictOn(key, version, minor, project))
            raised.set(key, lowestAbove(key, version, minor, project));
    // What a raised version asks for may be above another pin, which then is raised too, and so on.
    for (let again = raised.size > 0; again;) {
        again = false;
        for (const { key, versions, partner, least } of NEEDED_PARTNERS)
            if (pin_raises_isIn(versionOf(key), versions))
                again = raise(partner, least) || again;
        for (const { package: key, versions, partner, partners, remedy } of BREAKING_PAIRS) {
            const isMet = raised.has(partner) && pin_raises_isIn(versionOf(key), versions) && pin_raises_isIn(versionOf(partner), partners);
            const [name = "", least = ""] = remedy.split(">=");
            if (isMet && canonicalName(name) === key)
                again = raise(key, least) || again;
        }
    }
    return raised;
}
function pin_raises_isIn(version, versions) {
    return version !== undefined && fits(version, versions);
}
/** The lowest version above one that fails: as the rules say, and beyond them as the package index does. */
function lowestAbove(key, version, minor, project) {
    const rule = ruleFor(key, version, minor, project);
    if (rule?.lowest === null)
        return null;
    if (rule?.lowest !== undefined)
        return lowestFrom(key, rule.lowest, minor, project);
    return onIndex(key, minor, project).find((each) => byVersion(each, version) > 0);
}
/** The same from a version on that may work itself. */
function lowestFrom(key, least, minor, project) {
    if (!verdictOn(key, least, minor, project) && releaseOf(key, least, project)?.yanked === undefined)
        return least;
    if (ruleFor(key, least, minor, project))
        return lowestAbove(key, least, minor, project);
    return onIndex(key, minor, project).find((each) => byVersion(each, least) > 0);
}
/** The versions that the package index has and nothing speaks against, lowest first. */
function onIndex(key, minor, project) {
    return finalVersions(project.index.packages?.get(key)).filter((version) => !verdictOn(key, version, minor, project));
}

;// CONCATENATED MODULE: ./lib/checks/new-f-strings.js
/**
 * Whether what stands between the braces of an f-string is only read since Python 3.12 (PEP 701): its own quotation
 * mark, a backslash, or a new line where the string has only one. `lines` are those of the file.
 */
function usesNewFields(node, lines) {
    const fields = node.values.flatMap((value) => {
        if (value.nodeType !== "FormattedValue")
            return [];
        const from = { line: value.lineno, column: value.col_offset };
        const to = { line: value.end_lineno ?? value.lineno, column: value.end_col_offset ?? value.col_offset };
        return [{ from, to, value: value.value }];
    });
    return literalsOf(node, fields, lines).some(({ quote, field: { from, value } }) => {
        const end = { line: value.end_lineno ?? value.lineno, column: value.end_col_offset ?? value.col_offset };
        const expression = slice(lines, { line: from.line, column: from.column + 1 }, end);
        return (expression.includes(quote) ||
            expression.includes("\\") ||
            (quote.length === 1 && expression.includes("\n")));
    });
}
/** The fields, each with the quotation mark of its string: several strings that follow each other are one node. */
function literalsOf(node, fields, lines) {
    const starts = new Map(fields.map((field) => [`${field.from.line}:${field.from.column}`, field]));
    const found = [];
    const last = node.end_lineno ?? node.lineno;
    let quote = "";
    let { lineno: line, col_offset: column } = node;
    while (line < last || (line === last && column < (node.end_col_offset ?? 0))) {
        const text = lines[line - 1] ?? "";
        const field = starts.get(`${line}:${column}`);
        const mark = /["']/.test(text.charAt(column));
        if (column >= text.length || (quote === "" && text.charAt(column) === "#")) {
            line++;
            column = 0;
        }
        else if (quote !== "" && field) {
            found.push({ quote, field });
            ({ line, column } = field.to);
        }
        else if (quote !== "" && text.startsWith(quote, column)) {
            column += quote.length;
            quote = "";
        }
        else if (quote === "" && mark) {
            const one = text.charAt(column);
            quote = text.startsWith(one.repeat(3), column) ? one.repeat(3) : one;
            column += quote.length;
        }
        else {
            column += quote !== "" && text.charAt(column) === "\\" ? 2 : 1;
        }
    }
    return found;
}
function slice(lines, from, to) {
    const text = lines.slice(from.line - 1, to.line).join("\n");
    const after = (lines[to.line - 1] ?? "").length - to.column;
    return text.slice(from.column, text.length - after);
}

;// CONCATENATED MODULE: ./lib/checks/data/newer-syntax.js

// From the "What's New" of each version of CPython; __tests__/checks/python-syntax.test.ts asks a real Python.
const NEWER_SYNTAX = [
    {
        since: "3.8",
        what: "An assignment within an expression (`:=`)",
        hint: /:=/,
        is: ({ nodeType }) => nodeType === "NamedExpr",
    },
    {
        since: "3.8",
        what: "A `/` among the parameters of a function",
        hint: /\//,
        is: (node) => node.nodeType === "Arguments" && node.posonlyargs.length > 0,
    },
    {
        since: "3.10",
        what: "`match`",
        hint: /\bmatch\b/,
        is: ({ nodeType }) => nodeType === "Match",
    },
    {
        since: "3.11",
        what: "`except*`",
        hint: /\bexcept[ \t]*\*/,
        is: ({ nodeType }) => nodeType === "TryStar",
    },
    {
        since: "3.11",
        what: "A `*` between square brackets or before the type of `*args`",
        hint: /\*/,
        is: (node) => node.nodeType === "Subscript" && hasStar(node.slice),
    },
    {
        since: "3.11",
        what: "A `*` between square brackets or before the type of `*args`",
        hint: /\*/,
        is: (node) => node.nodeType === "Arguments" && node.vararg?.annotation?.nodeType === "Starred",
    },
    {
        since: "3.12",
        what: "A list of type parameters (`def f[T](...)`, `class A[T]`)",
        hint: /\b(?:def|class)[ \t]+\w+[ \t]*\[/,
        is: (node) => "type_params" in node && (node.type_params ?? []).length > 0,
    },
    {
        since: "3.12",
        what: "A `type` statement",
        hint: /\btype[ \t]/,
        is: ({ nodeType }) => nodeType === "TypeAlias",
    },
    {
        since: "3.12",
        what: "An f-string with its own quotation mark, a backslash or a new line between the braces",
        hint: /[fF][rR]?["']/,
        is: (node, lines) => node.nodeType === "JoinedStr" && usesNewFields(node, lines),
    },
    {
        since: "3.13",
        what: "A type parameter with a default",
        hint: /=/,
        is: (node) => "default_value" in node && node.default_value !== undefined,
    },
    {
        since: "3.14",
        what: 'A t-string (`t"..."`)',
        hint: /\b(?:[tT][rR]?|[rR][tT])["']/,
        is: ({ nodeType }) => nodeType === "TemplateStr",
    },
];
function hasStar(slice) {
    return (slice.nodeType === "Starred" ||
        (slice.nodeType === "Tuple" && slice.elts.some(({ nodeType }) => nodeType === "Starred")));
}

;// CONCATENATED MODULE: ./lib/checks/too-new-syntax.js





/** The first line of each file that the app's Python is too old to read. */
function tooNewSyntax({ modules, contents, python }) {
    const minor = minorOf(python);
    const newer = NEWER_SYNTAX.filter(({ since }) => fits(minor, `<${since}`));
    if (newer.length === 0)
        return [];
    return [...modules.reached, ...modules.perhaps].flatMap(([file, source]) => {
        const text = parsedText(contents.get(file)?.toString("utf8") ?? "");
        const rows = newer.filter(({ hint }) => hint.test(text));
        const uses = source === "unreadable" || rows.length === 0 ? [] : usesIn(source, text, rows);
        const [first] = uses;
        if (!first)
            return [];
        const isReached = modules.reached.has(file);
        const wanted = uses.map(({ syntax }) => syntax.since).reduce((a, b) => (fits(a, `>=${b}`) ? a : b));
        return [
            {
                level: isReached ? "error" : "warning",
                file,
                line: first.line,
                problem: `${first.syntax.what} is read by Python ${first.syntax.since} and newer, and Heroku uses ${minor} for this app: it cannot ` +
                    `read this file. ${isReached ? "The web process imports it when it starts, so the app does not start." : "Where the app imports it, the import fails."} At home a newer Python runs.`,
                fix: `Write \`${wanted}\`, or the newer version that you have at home, into .python-version. Or write the line as Python ${minor} reads it.`,
            },
        ];
    });
}
/** Every use, the first of the file first. */
function usesIn({ body }, text, rows) {
    const lines = text.split(/\r\n|[\n\r]/);
    const uses = [];
    for (const statement of body) {
        let line = statement.lineno;
        for (const node of walk(statement)) {
            line = lineOf(node) ?? line;
            for (const syntax of rows)
                if (syntax.is(node, lines))
                    uses.push({ line, syntax });
        }
    }
    return uses.toSorted((a, b) => a.line - b.line);
}
/** Some nodes have no line of their own: theirs is about that of the node before. */
function lineOf(node) {
    return "lineno" in node ? node.lineno : undefined;
}

;// CONCATENATED MODULE: ./lib/checks/pin-ways-out.js








const pin_ways_out_SHOWN = 16;
const FAILING = {
    newest: "the newest Python on which none of them is known to fail",
    lowest: "the lowest that are known to work",
    none: (which) => `On every Python that ${which} one of them is known to fail`,
};
const UNSURE = {
    newest: "the newest Python that has wheels of all",
    lowest: "the lowest that have wheels",
    none: (which) => `No Python that ${which} has wheels of all`,
};
/**
 * The ways out for pins that do not work on a Python: the newest Python on which all do, or the lowest versions that
 * do. Where no Python takes all of them, the one on which the least has to be raised. A Python that the app itself cannot
 * run on is no way out.
 */
function waysOut(listed, minor, project) {
    const pins = new Map(listed.map(({ entry, version }) => [entry.key, version]));
    const wayOn = (python) => ({ python, raises: raisesFor(pins, python, project) });
    const here = wayOn(minor);
    const isKnownToFail = against(minor, listed, project).some(isKnown);
    const words = isKnownToFail ? FAILING : UNSURE;
    const raise = `raise the versions to ${words.lowest} on ${minor}: ${pin_ways_out_inWords(here, listed)}`;
    const others = HEROKU_PYTHONS.filter((python) => python !== minor && takesApp(python, project));
    const older = olderPython(listed, minor, others, project);
    if (older !== undefined) {
        const last = older === LEAVING.python ? `, which Heroku has until ${LEAVING.on}` : "";
        return {
            fix: `Either write \`${older}\` into .python-version, ${words.newest}${last}; or ${raise}, and test again.`,
            edits: namePython(project, older),
        };
    }
    const ways = others.filter((python) => python !== LEAVING.python).map(wayOn);
    const none = words.none(others.length < HEROKU_PYTHONS.length - 1 ? "Heroku has and the app runs on" : "Heroku has");
    const least = [here, ...ways].reduce((best, way) => (cost(way, pins) < cost(best, pins) ? way : best));
    const edits = raisingEdits(least, listed);
    if (least === here)
        return { fix: `${none}, so ${raise}; then test again.`, edits };
    return {
        fix: `${none}, so either write \`${least.python}\` into .python-version, where the least has to change: ${pin_ways_out_inWords(least, listed)}; or ${raise}. Then test again.`,
        edits: edits.length > 0 ? [...namePython(project, least.python), ...edits] : [],
    };
}
/** What speaks against the versions on a Python. */
function against(python, listed, project) {
    return listed.flatMap(({ entry, version }) => verdictOn(entry.key, version, python, project) ?? []);
}
/** Whether the app can run on a Python, as far as its syntax and `requires-python` in pyproject.toml tell. */
function takesApp(python, project) {
    const pyproject = project.texts.get("pyproject.toml") ?? "";
    const requires = /^[ \t]*requires-python[ \t]*=[ \t]*["']([^"'\n]*)/m.exec(pyproject)?.[1] ?? "";
    return fits(newestPatch(python), requires) && tooNewSyntax({ ...project, python }).length === 0;
}
/** The newest other Python with nothing against any version; failing that, with nothing that is known to fail. */
function olderPython(listed, minor, pythons, project) {
    const [here, ...others] = [minor, ...pythons].map((python) => ({
        python,
        verdicts: against(python, listed, project),
    }));
    const clean = others.find(({ verdicts }) => verdicts.length === 0);
    const better = here?.verdicts.some(isKnown)
        ? others.find(({ verdicts }) => !verdicts.some(isKnown))
        : undefined;
    return (clean ?? better)?.python;
}
/** A new major version changes more than a minor one, and what nobody knows the most. */
function cost({ raises }, pins) {
    return [...raises].reduce((sum, [key, version]) => {
        if (typeof version !== "string")
            return sum + 20;
        return sum + (majorOf(version) === majorOf(pins.get(key)) ? 1 : 3);
    }, 0);
}
function majorOf(version) {
    return version?.split(".", 1)[0];
}
function pin_ways_out_inWords({ raises }, pins) {
    const wanted = pins.filter(({ entry }) => raises.has(entry.key));
    const said = wanted.map(({ entry }) => {
        const version = raises.get(entry.key);
        if (version === null)
            return `${quote(entry.name)} has none and must be replaced`;
        return version === undefined ? `a newer ${quote(entry.name)}` : quote(`${entry.name}>=${version}`);
    });
    return listed(said, pin_ways_out_SHOWN);
}
/** None unless all is known: half of it would still fail. */
function raisingEdits({ raises }, listed) {
    const edits = listed.flatMap(({ entry }) => {
        const version = raises.get(entry.key);
        return typeof version === "string" ? pinned(entry, version) : [];
    });
    return edits.length === raises.size ? edits : [];
}

;// CONCATENATED MODULE: ./lib/checks/pins-vs-python.js







const pins_vs_python_SHOWN = 4;
// Packages that others load as soon as they are imported themselves.
const LOADED_BY = {
    flask: ["flask", "jinja2", "werkzeug", "markupsafe", "itsdangerous", "click"],
    flask_sqlalchemy: ["flask", "sqlalchemy"],
};
// Heroku builds with its newest Python unless the app names one, and pins of long ago know nothing of it: they do
// not compile, or use what Python has dropped since. At home they go on working on the Python of their time.
const pinsVsPython = {
    id: "pins-vs-python",
    title: "The pinned versions work on the Python that Heroku uses",
    buildpack: true,
    find(project) {
        const minor = minorOf(project.python);
        const strange = strangePins(project);
        if (!HEROKU_PYTHONS.includes(minor))
            return strange;
        const broken = brokenOn(minor, project).toSorted((a, b) => weight(b) - weight(a));
        const [worst] = broken;
        return worst ? [pins_vs_python_remark(worst, broken, minor, project), ...strange] : strange;
    },
};
/** The worst first: what stops the build, then what surely stops the app. */
function weight({ verdict, certain }) {
    if (!isKnown(verdict))
        return 0;
    const stopsBuild = verdict.kind === "nothing" || (verdict.kind === "rule" && verdict.rule.stage === "build");
    return (certain ? 3 : 1) + (stopsBuild ? 1 : 0);
}
function brokenOn(minor, project) {
    const loaded = loadedModules(project);
    return listedVersions(project).flatMap(({ entry, version }) => {
        const verdict = verdictOn(entry.key, version, minor, project);
        if (!verdict)
            return [];
        const { rule = undefined } = verdict.kind === "rule" ? verdict : {};
        const isLoaded = rule?.stage === "build" || rule?.imports.some((name) => loaded.has(name));
        return [{ entry, version, verdict, certain: isLoaded || verdict.kind === "nothing" }];
    });
}
/** The newest version of each listed package that pip may take, at its first line. */
function listedVersions({ requirements }) {
    if (!requirements)
        return [];
    const seen = new Set();
    return requirements.entries.flatMap((entry) => {
        const version = entry.active && !seen.has(entry.key) ? newestAllowed(requirements, entry.key) : undefined;
        seen.add(entry.key);
        return version === undefined ? [] : [{ entry, version }];
    });
}
/** Top-level modules that the web process surely loads. */
function loadedModules({ modules }) {
    const loaded = new Set(modules.gunicorn ? ["gunicorn"] : []);
    for (const { module, guard } of modules.external) {
        const top = topModule(module);
        if (guard === "none")
            for (const name of LOADED_BY[top] ?? [top])
                loaded.add(name);
        if (guard === "none")
            loaded.add(top);
    }
    return loaded;
}
function pins_vs_python_remark(worst, broken, minor, project) {
    const shown = broken.map((each) => described(each, worst.entry.file));
    const isDefault = ![".python-version", "runtime.txt"].some((file) => project.texts.has(file));
    const why = isKnown(worst.verdict)
        ? "At home they run on the Python that they were made for."
        : "A compiler is there, but not every library, and a source older than the Python may not fit it. At home a wheel was installed.";
    const { fix, edits } = waysOut(listedVersions(project), minor, project);
    return {
        level: worst.certain ? "error" : "warning",
        file: worst.entry.file,
        line: worst.entry.line,
        problem: `Heroku uses Python ${minor}${isDefault ? ", its newest, because the app names none" : ""}, and there ${listed(shown, pins_vs_python_SHOWN)}. ${why}`,
        fix,
        // Pins that may well work are left alone.
        edits: worst.certain ? edits : [],
    };
}
function described({ entry, version, verdict }, file) {
    const place = entry.file === file ? `line ${entry.line}` : `${quote(entry.file)} line ${entry.line}`;
    const name = isOpenEnded(version) ? `${entry.name}${entry.specifier}` : `${entry.name}==${version}`;
    return `${quote(name)} (${place}) ${inWords(verdict)}`;
}

;// CONCATENATED MODULE: ./lib/checks/postgres-driver-default.js




const NAMES_NO_DRIVER = /^\^?postgresql(?::\/?\/?)?$/;
const OTHER_DRIVERS = ["pg8000", "asyncpg", "psycopg2cffi"];
// `postgresql://` without a driver meant psycopg2 until SQLAlchemy 2.0 and means psycopg (3) since 2.1.
const postgresDriverDefault = {
    id: "postgres-driver-default",
    title: "The driver that SQLAlchemy chooses is the one that is installed",
    buildpack: true,
    find(project) {
        const { requirements, code } = project;
        const version = likelyVersion(project, "sqlalchemy");
        const isUnclear = !requirements || !isFullyKnown(requirements) || code.hasUnreadable;
        if (version === undefined || isUnclear || !lists(project, "sqlalchemy", "flask-sqlalchemy"))
            return [];
        const hasOld = lists(project, "psycopg2", "psycopg2-binary");
        const hasNew = lists(project, "psycopg");
        const wantsNew = fits(version, ">=2.1.0.dev0");
        // With none of them listed it is no longer a question of the default.
        if (hasOld === hasNew || wantsNew === hasNew || lists(project, ...OTHER_DRIVERS))
            return [];
        const [wanted, other, scheme] = wantsNew
            ? ["psycopg", "psycopg2", "postgresql+psycopg2://"]
            : ["psycopg2", "psycopg", "postgresql+psycopg://"];
        const listed = requirements.entries.find(({ key, active }) => active && key.startsWith("psycopg"));
        const unpinned = wantsNew && !isPinned(requirements.entries);
        return loadedUrls(code)
            .filter(({ values }) => values.some((value) => value.kind === "env" && isDefault(value.scheme)))
            .map((url) => {
            const { line, where } = url.setting;
            return {
                level: isCertainly(url) ? "error" : "warning",
                file: where.file,
                line,
                problem: `The URL becomes \`postgresql://\`, which names no driver. ${unpinned ? "SQLAlchemy has no pinned version, so Heroku installs the newest, and that" : `SQLAlchemy ${wantsNew ? "since 2.1" : "before 2.1"}`} ` +
                    `takes ${wanted} then, but requirements.txt lists ${listed?.key ?? other}: the app ends with ` +
                    `\`ModuleNotFoundError: No module named '${wanted}'\`.`,
                fix: `Name the driver: \`.replace("postgres://", "${scheme}", 1)\`. ` +
                    `Or list ${wanted === "psycopg" ? "`psycopg[binary]`" : "`psycopg2-binary`"} instead.`,
            };
        });
    },
};
function isDefault(scheme) {
    return scheme !== undefined && NAMES_NO_DRIVER.test(scheme);
}
/** With an alternative that keeps the URL as it is, or another database, a condition may decide. */
function isCertainly({ certain, values }) {
    const read = values.filter((value) => value.kind === "env");
    return certain && read.length > 0 && read.every((value) => isDefault(value.scheme) || !value.rewritten);
}
function isPinned(entries) {
    return entries.some(({ key, specifier }) => key === "sqlalchemy" && specifier !== "");
}

;// CONCATENATED MODULE: ./lib/checks/postgres-driver-missing.js







// What SQLAlchemy can talk to PostgreSQL with, and packages that bring one of those.
const DRIVER = /^(?:psycopg2?(?:-binary|-c|cffi)?|psycopg2-.*|pg8000|asyncpg|aiopg|pygresql|py-postgresql|django-heroku|sqlalchemy-(?:redshift|cockroachdb))$/;
// With one of these DATABASE_URL may well be no URL of PostgreSQL.
const OTHER_DATABASE = /^(?:pymysql|mysqlclient|mysql-connector(?:-python)?|aiomysql|flask-mysql(?:db)?|oracledb|pyodbc|pymssql)$/;
// Packages that surely bring no driver: with these alone it is certain, without asking an environment.
const BRINGS_NONE = /^(?:flask(?:-(?:sqlalchemy|migrate|login|wtf|cors|restful|bcrypt|mail|moment|caching|session|jwt-extended|marshmallow|limiter|admin|babel|socketio|httpauth|restx|smorest|talisman|compress|script|debugtoolbar))?|gunicorn|gevent|werkzeug|jinja2|markupsafe|itsdangerous|click|blinker|sqlalchemy|greenlet|alembic|mako|typing-extensions|python-dotenv|python-decouple|environs|dj-database-url|requests|certifi|idna|urllib3|chardet|charset-normalizer|wtforms|email-validator|dnspython|marshmallow(?:-sqlalchemy)?|bcrypt|pyjwt|passlib|cryptography|cffi|pycparser|pytest|pillow|packaging|six|python-dateutil|pytz|redis|whitenoise|bootstrap-flask|dominate|visitor|importlib-metadata|zipp|python-editor|setuptools|wheel|pip)$/;
// Heroku Postgres gives a URL, and SQLAlchemy loads the driver when the engine is made. At home SQLite needs none.
const postgresDriverMissing = {
    id: "postgres-driver-missing",
    title: "A PostgreSQL driver is listed when the app uses Heroku Postgres",
    buildpack: true,
    find(project) {
        const { requirements, code, environment, python } = project;
        if (!requirements || !lists(project, "sqlalchemy", "flask-sqlalchemy"))
            return [];
        const active = requirements.entries.filter((entry) => entry.active);
        if (active.some(mayTalkToIt))
            return [];
        const provided = environment.packages && listedClosure(requirements, environment.packages, python);
        if ([...(provided?.keys ?? [])].some((key) => DRIVER.test(key)))
            return [];
        const urls = loadedUrls(code).filter(({ values }) => values.some(isPostgres));
        const url = urls.find(({ certain }) => certain) ?? urls[0];
        if (!url)
            return [];
        const isSure = isFullyKnown(requirements) &&
            url.certain &&
            !code.hasUnreadable &&
            bringNone(active, environment.packages && !environment.versionsOnly ? provided : null);
        const driver = driverFor(url, project);
        const { line, where } = url.setting;
        return [
            {
                level: isSure ? "error" : "warning",
                file: where.file,
                line,
                problem: "The app uses PostgreSQL on Heroku, but requirements.txt lists no driver for it. SQLAlchemy does not bring one, and " +
                    "ends with `ModuleNotFoundError` as soon as it needs the database. At home SQLite needs none.",
                fix: `Add the line ${quote(driver)} to requirements.txt and commit it.`,
                edits: added(requirements, driver),
            },
        ];
    },
};
function mayTalkToIt({ key, extras }) {
    return (DRIVER.test(key) ||
        OTHER_DATABASE.test(key) ||
        extras.some((extra) => /postgres|asyncpg|^pg/i.test(extra)));
}
function isPostgres(value) {
    if (value.kind === "env")
        return value.name === "DATABASE_URL" && !/^(?:mysql|sqlite)/.test(value.scheme ?? "");
    return value.kind === "text" && /^postgres(?:ql)?(?:\+\w+)?:/.test(value.text);
}
/** Whether what is listed surely needs no driver. */
function bringNone(active, provided) {
    const isPlain = active.every(({ key, extras }) => BRINGS_NONE.test(key) && extras.length === 0);
    return isPlain || (provided?.complete ?? false);
}
function driverFor({ values }, project) {
    const schemes = values.map((value) => value.kind === "env" ? (value.scheme ?? "") : value.kind === "text" ? value.text : "");
    const named = schemes
        .map((scheme) => /^postgres(?:ql)?\+(\w+)/.exec(scheme)?.[1])
        .find((name) => name !== undefined);
    if (named === "pg8000" || named === "asyncpg")
        return named;
    const version = likelyVersion(project, "sqlalchemy");
    const wantsNew = named === undefined && version !== undefined && fits(version, ">=2.1.0.dev0");
    return named === "psycopg" || wantsNew ? "psycopg[binary]" : "psycopg2-binary";
}

;// CONCATENATED MODULE: ./lib/checks/postgres-scheme.js







// Heroku's DATABASE_URL begins with postgres://, a name that SQLAlchemy took until 1.3 and refuses since 1.4.
const postgresScheme = {
    id: "postgres-scheme",
    title: "The URL's postgres:// becomes postgresql://",
    find(project) {
        const untouched = untouchedUrls(project);
        return untouched.length > 0 ? untouched : halfFixes(project);
    },
};
function untouchedUrls(project) {
    const { code } = project;
    const version = likelyVersion(project, "sqlalchemy");
    if (version !== undefined && !fits(version, ">=1.4.0.dev0"))
        return [];
    // Any text of this kind may be part of a fix in a place that cannot be followed.
    if (code.hasUnreadable || [...code.strings].some((text) => /^\^?postgres(?:[:+]|$)/.test(text)))
        return [];
    const isSure = version !== undefined && lists(project, "sqlalchemy", "flask-sqlalchemy");
    const scheme = schemeOf(project);
    return loadedUrls(code)
        .filter(({ values }) => values.some(isHerokus) && !values.some((value) => value.kind === "env" && value.rewritten))
        .map(({ setting, certain }) => ({
        level: certain && isSure && isAlwaysHerokus(setting, code) ? "error" : "warning",
        file: setting.where.file,
        line: setting.line,
        problem: "Heroku's DATABASE_URL begins with `postgres://`, and SQLAlchemy since 1.4 only takes `postgresql://`: it stops with " +
            "`NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:postgres`. At home the URL was written in the new form, or is SQLite.",
        fix: `Put \`.replace("postgres://", "${scheme}", 1)\` behind the value.`,
        ...replacement(setting, scheme),
    }));
}
function isHerokus(value) {
    return value.kind === "env" && /^DATABASE_URL$|^HEROKU_POSTGRESQL_\w+_URL$/.test(value.name);
}
/** Whether no condition but the config var's presence decides: `a if b else c` may well choose the other. */
function isAlwaysHerokus({ value, where }, { assigned }) {
    const [only, ...others] = value.nodeType === "Name" ? (assigned.get(where.file)?.get(value.id) ?? []) : [value];
    return others.length === 0 && ["Subscript", "Call", "BoolOp"].includes(only?.nodeType ?? "");
}
/** Only where the value is a text in any case: `.replace` on a config var that is not set would fail at home. */
function replacement({ where, line, lastLine, value, statement }, scheme) {
    const isText = value.nodeType === "Subscript" ||
        (value.nodeType === "Call" && textOf(value.args[1]) !== undefined) ||
        (value.nodeType === "BoolOp" && textOf(value.values.at(-1)) !== undefined);
    if (!statement || !isText || line !== lastLine)
        return {};
    const written = value.nodeType === "BoolOp" ? `(${unparse(value)})` : unparse(value);
    const changed = `${statement.target} = ${written}.replace("postgres://", "${scheme}", 1)`;
    const lines = [" ".repeat(statement.column) + changed];
    return { edits: [{ kind: "replace", file: where.file, from: line, to: lastLine, lines }] };
}
/** Replacements that work for some URLs only, or only where the config var is set. */
function halfFixes({ code }) {
    return code.calls.flatMap(({ node, line, where }) => {
        const { func, args } = node;
        if (func.nodeType !== "Attribute" || func.attr !== "replace" || where.loaded === "no")
            return [];
        const [from = "", to = ""] = args.map(textOf);
        const place = { file: where.file, line };
        if (from === "postgres" && to.startsWith("postgresql"))
            return [{ ...place, ...nameOnly(to) }];
        return from.startsWith("postgres:") && mayBeNone(func.value) ? [{ ...place, ...UNSET }] : [];
    });
}
function nameOnly(to) {
    return {
        level: "warning",
        problem: '`.replace("postgres", ...)` also changes a URL that begins with `postgresql://` already, into one that no driver ' +
            "knows, and a user, host or database whose name has `postgres` in it.",
        fix: `Replace the whole scheme, once: ${quote(`.replace("postgres://", "${to.replace(/:\/\/$/, "")}://", 1)`)}.`,
    };
}
const UNSET = {
    level: "notice",
    problem: "Where DATABASE_URL is not set, this line ends with `AttributeError: 'NoneType' object has no attribute 'replace'`: in tests, " +
        "and on an app that has no database yet.",
    fix: 'Give it a value for that case: `os.environ.get("DATABASE_URL", "sqlite:///app.db")`.',
};
/** `os.environ.get("DATABASE_URL")` without a second argument. */
function mayBeNone(node) {
    const reads = node.nodeType === "Call" && /(?:^|\.)(?:environ\.get|getenv)$/.test(dotted(node.func) ?? "");
    return reads && node.args.length === 1 && node.keywords.length === 0;
}

;// CONCATENATED MODULE: ./lib/checks/misnamed-procfile.js
const misnamed_procfile_LOOKALIKE = /^\.?(?:proc[-_ ]?files?|prcofile|procfle|profcile|porcfile)(?:[ ._-].*)?$/is;
const misnamed_procfile_FOREIGN = /(?:^|\/)(?:node_modules|site-packages|venv|\.venv|env|vendor|tests?)\//;
/** A file that was probably meant to be the Procfile, when the commit has none: the one nearest to the root. */
function misnamedProcfile({ files }) {
    if (files.has("Procfile"))
        return undefined;
    const found = [...files.keys()].filter((path) => !misnamed_procfile_FOREIGN.test(path) && misnamed_procfile_isLookalike(path));
    return found.sort((a, b) => depth(a) - depth(b) || a.length - b.length || (a < b ? -1 : 1))[0];
}
function misnamed_procfile_isLookalike(path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    // Deeper down, `procfile.py` and its like are modules of something; only the very name counts.
    return path.includes("/") ? name === "Procfile" : misnamed_procfile_LOOKALIKE.test(name);
}
function depth(path) {
    return path.split("/").length;
}

;// CONCATENATED MODULE: ./lib/checks/procfile-missing.js

// For Python, Heroku has no process types of its own: without a Procfile the build passes and nothing is started.
const procfileMissing = {
    id: "procfile-missing",
    title: "There is a Procfile",
    buildpack: true,
    find(project) {
        const { files, foundApp } = project;
        const target = foundApp ?? `${guess(files)}:app`;
        const [module, attribute] = target.split(":");
        const isPackage = files.has(`${module}/__init__.py`) && !files.has(`${module}.py`);
        if (files.has("Procfile") || misnamedProcfile(project) !== undefined)
            return [];
        return [
            {
                level: "error",
                file: null,
                line: null,
                problem: "The commit has no Procfile, so Heroku does not know how to start the app: it builds, starts nothing, and every " +
                    "page answers 503. At home `flask run` finds the app by itself; Heroku does not.",
                fix: `Add a file named exactly \`Procfile\` with the line \`web: gunicorn ${target}\` and commit it. ` +
                    `${module} is the ${isPackage ? "package" : `module (${module}.py without .py)`}, ${attribute} the Flask object in it.`,
                edits: foundApp === undefined
                    ? []
                    : [{ kind: "create", file: "Procfile", text: `web: gunicorn ${foundApp}\n` }],
            },
        ];
    },
};
function guess(files) {
    return ["wsgi", "app", "main", "run", "application"].find((module) => files.has(`${module}.py`)) ?? "app";
}

;// CONCATENATED MODULE: ./lib/checks/procfile-name.js


// What is as sure to be a Procfile as its name can say; `procfile_parser.py` is not.
const PLAIN = /^procfiles?(?:\.[a-z]+)?$/i;
// Heroku reads the file called exactly `Procfile` in the root and no other. A wrong name or place is no error of
// the build: it passes, and no process is started.
const procfileName = {
    id: "procfile-name",
    title: "The Procfile has the right name and place",
    buildpack: true,
    find(project) {
        const entry = project.files.get("Procfile");
        if (entry && !project.procfile)
            return [unread(entry.mode)];
        const path = misnamedProcfile(project);
        if (path === undefined)
            return [];
        return [path.includes("/") ? misplaced(path) : misnamed(path)];
    },
};
function misnamed(path) {
    return {
        level: "error",
        file: path,
        line: null,
        problem: `The file is called ${quote(path)}, but Heroku reads only \`Procfile\`: capital P, the rest small, nothing after it. ` +
            "It will build the app, start nothing, and every page will answer 503.",
        edits: PLAIN.test(path) ? [{ kind: "rename", file: path, to: "Procfile" }] : [],
        fix: `Rename it and commit: git mv ${quote(path)} Procfile. (On a Mac or on Windows, where case does not count, rename it twice.)`,
    };
}
function misplaced(path) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    return {
        level: "error",
        file: path,
        line: null,
        problem: `The Procfile lies in ${quote(folder)}, but Heroku reads only the one in the root of what is pushed. ` +
            "It will build the app, start nothing, and every page will answer 503.",
        fix: `Move it to the root, or, if the whole app lives in ${quote(folder)}, set \`app-dir\` to that folder in the workflow.`,
    };
}
function unread(mode) {
    const what = mode === "120000" ? "a symbolic link" : mode === "160000" ? "a submodule" : "larger than 1 MiB";
    return {
        level: "warning",
        file: "Procfile",
        line: null,
        problem: `The Procfile is ${what}, so it was not read, and nothing that depends on it could be checked.`,
        fix: "Make it an ordinary text file with the line `web: gunicorn app:app` for your app.",
    };
}

;// CONCATENATED MODULE: ./lib/checks/procfile-syntax.js


const COMMENT = /^\uFEFF?\s*(?:#|;|\/\/|$)/;
// Heroku reads each line by itself, ignores without a word what it cannot read, and honcho and foreman, which read
// the Procfile at home, are more patient.
const procfileSyntax = {
    id: "procfile-syntax",
    title: "Heroku reads every line of the Procfile as it is meant",
    buildpack: true,
    find({ procfile }) {
        if (!procfile || procfile.lines.some((line) => line.includes("\0")))
            return [];
        return procfile.lines.flatMap((line, index) => {
            const flaw = COMMENT.test(line) || isOfProcfileWeb(line, procfile) ? undefined : procfile_syntax_flawOf(index, procfile);
            return flaw ? [procfile_syntax_remark(index + 1, flaw)] : [];
        });
    },
};
function procfile_syntax_remark(line, { mended, ...flaw }) {
    const place = { level: "warning", file: "Procfile", line };
    if (mended === undefined)
        return { ...place, ...flaw };
    return {
        ...place,
        ...flaw,
        edits: [{ kind: "replace", file: "Procfile", from: line, to: line, lines: [mended] }],
    };
}
/** What is wrong with the web line is for procfile-web to say, as long as there is no other that is right. */
function isOfProcfileWeb(line, { processes }) {
    const web = processes.get("web");
    return (!web || web.command.startsWith(":")) && /^\uFEFF?\s*web\b/i.test(line);
}
function procfile_syntax_flawOf(index, { lines, processes }) {
    const line = lines[index] ?? "";
    if (/\\\s*$/.test(lines[index - 1] ?? ""))
        return CONTINUED;
    const process = parseProcfileLine(line);
    if (!process)
        return ignored(line.trimEnd());
    const { name, command } = process;
    if (/^[:=]/.test(command))
        return detached(name, command.slice(1).trim());
    const last = processes.get(name)?.line ?? 0;
    if (last !== index + 1)
        return overridden(name, last);
    return /^(?:web|release)$/i.test(name) ? capital(name, command, processes) : undefined;
}
const CONTINUED = {
    problem: "The line above ends with a backslash, but Heroku reads each line of the Procfile by itself: the command ends there, and " +
        "this line is no part of it.",
    fix: "Write the whole command on one line, or put it into a shell script and write `bash` and its name.",
};
/** Why Cedar ignores a line, without the blanks at its end. */
function ignored(line) {
    const [, name, command] = /^\uFEFF?\s*([A-Za-z0-9_-]{1,128}):?(?:\s+|(?<=:))(.*)$/s.exec(line) ?? [];
    if (name === undefined || command === undefined) {
        return {
            problem: "Heroku ignores this line without a word: it does not begin with a name of letters, digits, - and _, and a colon.",
            fix: "Write a name, a colon, a blank and the command, as in `worker: python jobs.py`. A comment begins with #.",
        };
    }
    if (command === "") {
        return {
            problem: `${quote(name)} has no command on its line, so Heroku ignores it without a word.`,
            fix: "Put the command on the same line, or remove the line.",
        };
    }
    const mended = `${name}: ${command}`;
    return line.startsWith("\uFEFF")
        ? {
            problem: `The Procfile begins with an invisible byte order mark, so Heroku ignores its first line without a word, and ${quote(name)} is not there.`,
            fix: "Save it as UTF-8 without a byte order mark (in VS Code: Save with Encoding, UTF-8).",
            mended,
        }
        : {
            problem: `There is no blank after ${quote(`${name}:`)}, so Heroku ignores the line without a word. Tools that read a Procfile at home take it.`,
            fix: `Put a blank after the colon: ${quote(mended)}.`,
            mended,
        };
}
function detached(name, command) {
    return {
        problem: `The colon after ${quote(name)} must stand right behind it. Heroku takes it for the command, which ends at once.`,
        fix: `Write ${quote(`${name}: ${command}`)}.`,
        ...(command === "" ? {} : { mended: `${name}: ${command}` }),
    };
}
function overridden(name, last) {
    return {
        problem: `${quote(name)} stands here and again in line ${last}. Heroku takes the last of them, and this line does nothing.`,
        fix: "Remove one of the two, or give it a name of its own.",
    };
}
function capital(name, command, processes) {
    const small = name.toLowerCase();
    if (name === small)
        return undefined;
    return {
        problem: `To Heroku ${quote(name)} is not ${quote(small)}: it is a process type of its own, which nothing starts.`,
        fix: `Write ${quote(`${small}:`)} in small letters.`,
        ...(processes.has(small) ? {} : { mended: `${small}: ${command}` }),
    };
}

;// CONCATENATED MODULE: ./lib/checks/procfile-web.js

const procfile_web_EFFECT = "Only the process type `web` gets requests, so every page would answer 503.";
const EXAMPLE = "`web: gunicorn app:app`";
// Cedar ignores a line that it cannot read, without a word: the build passes and no web process is started.
const procfileWeb = {
    id: "procfile-web",
    title: "The Procfile has a web process",
    buildpack: true,
    find({ procfile }) {
        const defect = procfile && findDefect(procfile);
        return defect ? [{ level: "error", file: "Procfile", ...defect }] : [];
    },
};
function findDefect(procfile) {
    const { processes, lines } = procfile;
    const web = processes.get("web");
    if (web?.command.startsWith(":")) {
        return {
            line: web.line,
            problem: "There is a blank between `web` and its colon. Heroku takes the colon for the command, and it ends at once.",
            fix: `Write \`web:\` without a blank before the colon, as in ${EXAMPLE}.`,
            edits: mended(lines, web.line),
        };
    }
    if (web)
        return undefined;
    if (lines.some((line) => line.includes("\0"))) {
        return {
            line: 1,
            problem: `The Procfile is saved as UTF-16, as PowerShell's > does, and Heroku cannot read it. ${procfile_web_EFFECT}`,
            fix: "Save it as UTF-8 without a byte order mark (in VS Code: Save with Encoding), then commit.",
        };
    }
    return glued(lines) ?? procfile_web_marked(lines) ?? empty(lines) ?? procfile_web_capital(procfile) ?? none(procfile);
}
function glued(lines) {
    const line = procfile_web_lineOf(lines, /^\uFEFF?\s*web:\S/i);
    return line === undefined
        ? undefined
        : {
            line,
            problem: `The web line has no blank after \`web:\`, so Heroku ignores it without a word. ${procfile_web_EFFECT}`,
            fix: `Put a blank after the colon, as in ${EXAMPLE}.`,
            edits: mended(lines, line),
        };
}
function procfile_web_marked(lines) {
    const line = procfile_web_lineOf(lines, /^\uFEFF\s*web/i);
    return line === undefined
        ? undefined
        : {
            line,
            problem: `The Procfile begins with an invisible byte order mark, which hides its first line from Heroku. ${procfile_web_EFFECT}`,
            fix: "Save it as UTF-8 without a byte order mark (in VS Code: Save with Encoding, UTF-8), then commit.",
            edits: mended(lines, line),
        };
}
function empty(lines) {
    const line = procfile_web_lineOf(lines, /^\s*web:?\s*$/i);
    return line === undefined
        ? undefined
        : {
            line,
            problem: `The web line names no command. ${procfile_web_EFFECT}`,
            fix: `Put the command on the same line, as in ${EXAMPLE}.`,
        };
}
function procfile_web_capital({ processes, lines }) {
    const process = [...processes.values()].find(({ name }) => name.toLowerCase() === "web");
    return (process && {
        line: process.line,
        problem: `The process type is written ${quote(process.name)}, and to Heroku that is not \`web\`. ${procfile_web_EFFECT}`,
        fix: `Write it in small letters, as in ${EXAMPLE}.`,
        edits: mended(lines, process.line),
    });
}
function none({ processes }) {
    const others = [...processes.keys()].slice(0, 5).map(quote).join(", ");
    return {
        line: null,
        problem: `The Procfile has no \`web\` line${others && `, only ${others}`}. ${procfile_web_EFFECT}`,
        fix: `Add a line such as ${EXAMPLE}: the module of your app, a colon, the Flask object in it.`,
    };
}
/** Writes the web line as Heroku wants it, whatever stands between its name and its command. */
function mended(lines, line) {
    const [, command = ""] = /^\uFEFF?\s*web[\s:]*(.*)$/is.exec(lines[line - 1] ?? "") ?? [];
    if (command.trim() === "")
        return [];
    return [{ kind: "replace", file: "Procfile", from: line, to: line, lines: [`web: ${command.trimEnd()}`] }];
}
function procfile_web_lineOf(lines, pattern) {
    const index = lines.findIndex((line) => pattern.test(line));
    return index < 0 ? undefined : index + 1;
}

;// CONCATENATED MODULE: ./lib/checks/data/removed-imports.js
const MARKUP = { now: "markupsafe", instead: "Import it from `markupsafe`." };
const SECURITY = ["generate_password_hash", "check_password_hash"];
const UTILS = ["secure_filename", "cached_property", "import_string", "find_modules", "redirect"];
const URLS = [
    "url_quote",
    "url_quote_plus",
    "url_unquote",
    "url_unquote_plus",
    "url_encode",
    "url_decode",
    "url_parse",
    "url_join",
    "url_unparse",
];
const ABSTRACT = [
    ...["Awaitable", "Callable", "Collection", "Container", "Coroutine", "Generator", "Hashable", "ItemsView"],
    ...["Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence"],
    ...["MutableSet", "Reversible", "Sequence", "Set", "Sized", "ValuesView"],
];
/** What Flask and the packages under it dropped. */
const FLASK = [
    {
        module: "flask.ext",
        by: "flask",
        since: "1.0",
        instead: "Import the extension itself: `flask_sqlalchemy` for `flask.ext.sqlalchemy`.",
    },
    { module: "flask", names: ["Markup", "escape"], by: "flask", since: "3.0", ...MARKUP },
    {
        module: "flask",
        names: ["_app_ctx_stack", "_request_ctx_stack"],
        by: "flask",
        since: "3.0",
        instead: "Use `flask.g` or `flask.globals.app_ctx`.",
    },
    {
        module: "flask",
        names: ["safe_join"],
        by: "flask",
        since: "2.1",
        now: "werkzeug.utils",
        instead: "Import it from `werkzeug.utils`.",
    },
    {
        module: "flask.json",
        names: ["JSONEncoder", "JSONDecoder"],
        by: "flask",
        since: "2.3",
        instead: "Derive from `flask.json.provider.DefaultJSONProvider` and set `app.json`.",
    },
    {
        module: "flask_script",
        by: "flask",
        since: "2.0",
        instead: "Flask-Script does not work with this Flask: turn its commands into `@app.cli.command()` and run them with `flask`.",
    },
    { module: "jinja2", names: ["Markup", "escape"], by: "jinja2", since: "3.1", ...MARKUP },
    {
        module: "jinja2",
        names: ["contextfunction", "contextfilter"],
        by: "jinja2",
        since: "3.1",
        instead: "Use `jinja2.pass_context`.",
    },
    {
        module: "jinja2",
        names: ["environmentfunction", "environmentfilter"],
        by: "jinja2",
        since: "3.1",
        instead: "Use `jinja2.pass_environment`.",
    },
    {
        module: "werkzeug.contrib",
        by: "werkzeug",
        since: "1.0",
        instead: "ProxyFix is in `werkzeug.middleware.proxy_fix`, the caches in the package cachelib.",
    },
    {
        module: "werkzeug",
        names: SECURITY,
        by: "werkzeug",
        since: "1.0",
        now: "werkzeug.security",
        instead: "Import it from `werkzeug.security`.",
    },
    {
        module: "werkzeug",
        names: UTILS,
        by: "werkzeug",
        since: "1.0",
        now: "werkzeug.utils",
        instead: "Import it from `werkzeug.utils`.",
    },
    {
        module: "werkzeug",
        names: ["FileStorage"],
        by: "werkzeug",
        since: "1.0",
        now: "werkzeug.datastructures",
        instead: "Import it from `werkzeug.datastructures`.",
    },
    {
        module: "werkzeug.security",
        names: ["safe_str_cmp"],
        by: "werkzeug",
        since: "2.1",
        instead: "Use `hmac.compare_digest`.",
    },
    {
        module: "werkzeug.wrappers",
        names: ["BaseRequest", "BaseResponse"],
        by: "werkzeug",
        since: "2.1",
        instead: "Use `Request` and `Response`.",
    },
    { module: "werkzeug.utils", names: ["escape"], by: "werkzeug", since: "2.1", ...MARKUP },
    { module: "werkzeug.urls", names: URLS, by: "werkzeug", since: "3.0", instead: "Use `urllib.parse`." },
];
const SETUPTOOLS = "List `setuptools<81` in requirements.txt, or do without: `importlib.metadata` and `importlib.resources` have most of it.";
/** What Python dropped: "Removed" in its "What's New" pages. */
const PYTHON = [
    {
        module: "collections",
        names: ABSTRACT,
        by: "python",
        since: "3.10",
        now: "collections.abc",
        instead: "Import it from `collections.abc`.",
    },
    ...gone("3.10", "formatter", "parser", "symbol", "xml.etree.cElementTree"),
    {
        module: "fractions",
        names: ["gcd"],
        by: "python",
        since: "3.9",
        now: "math",
        instead: "Import it from `math`.",
    },
    {
        module: "cgi",
        names: ["escape"],
        by: "python",
        since: "3.8",
        now: "html",
        instead: "Import it from `html`.",
    },
    { module: "time", names: ["clock"], by: "python", since: "3.8", instead: "Use `time.perf_counter`." },
    {
        module: "base64",
        names: ["encodestring", "decodestring"],
        by: "python",
        since: "3.9",
        instead: "Use `encodebytes` and `decodebytes`.",
    },
    {
        module: "platform",
        names: ["linux_distribution"],
        by: "python",
        since: "3.8",
        instead: "Use `platform.freedesktop_os_release`.",
    },
    {
        module: "inspect",
        names: ["getargspec"],
        by: "python",
        since: "3.11",
        instead: "Use `inspect.getfullargspec`.",
    },
    { module: "asyncio", names: ["coroutine"], by: "python", since: "3.11", instead: "Write `async def`." },
    ...gone("3.11", "binhex"),
    { module: "imp", by: "python", since: "3.12", instead: "Use `importlib`.", broughtBy: ["zombie-imp"] },
    {
        module: "asyncore",
        by: "python",
        since: "3.12",
        instead: "Use `asyncio`.",
        broughtBy: ["pyasyncore", "pyftpdlib"],
    },
    {
        module: "asynchat",
        by: "python",
        since: "3.12",
        instead: "Use `asyncio`.",
        broughtBy: ["pyasynchat", "pyftpdlib"],
    },
    ...gone("3.12", "smtpd"),
    {
        module: "ssl",
        names: ["wrap_socket", "match_hostname"],
        by: "python",
        since: "3.12",
        instead: "Use `ssl.SSLContext`.",
    },
    {
        module: "configparser",
        names: ["SafeConfigParser"],
        by: "python",
        since: "3.12",
        instead: "Use `ConfigParser`.",
    },
    {
        module: "locale",
        names: ["format"],
        by: "python",
        since: "3.12",
        instead: "Use `locale.format_string`.",
    },
    {
        module: "cgi",
        by: "python",
        since: "3.13",
        instead: "Use Flask's `request`, or list `legacy-cgi`.",
        broughtBy: ["legacy-cgi", "webob", "pyramid"],
    },
    {
        module: "cgitb",
        by: "python",
        since: "3.13",
        instead: "Use `traceback`, or list `legacy-cgi`.",
        broughtBy: ["legacy-cgi", "webob", "pyramid"],
    },
    {
        module: "crypt",
        by: "python",
        since: "3.13",
        instead: "Use `werkzeug.security` or passlib.",
        broughtBy: ["legacycrypt", "standard-crypt"],
    },
    {
        module: "audioop",
        by: "python",
        since: "3.13",
        instead: "List `audioop-lts`.",
        broughtBy: ["audioop-lts", "pydub", "speechrecognition", "discord-py"],
    },
    { module: "lib2to3", by: "python", since: "3.13", instead: "List `fissix`, or do without." },
    ...gone("3.13", "aifc", "chunk", "imghdr", "mailcap", "nntplib", "pipes", "sndhdr", "sunau", "telnetlib", "uu", "xdrlib"),
    ...gone("3.13", "nis", "ossaudiodev", "spwd"),
    {
        module: "distutils",
        by: "python",
        since: "3.13",
        instead: "List `setuptools` in requirements.txt, or use `shutil`, `subprocess` and `packaging`.",
        broughtBy: ["setuptools"],
    },
    { module: "pkg_resources", by: "python", since: "3.13", instead: SETUPTOOLS, broughtBy: ["setuptools"] },
    {
        module: "pkgutil",
        names: ["find_loader", "get_loader"],
        by: "python",
        since: "3.14",
        instead: "Use `importlib.util.find_spec`.",
    },
    {
        module: "ast",
        names: ["Num", "Str", "Bytes", "NameConstant", "Ellipsis"],
        by: "python",
        since: "3.14",
        instead: "Use `ast.Constant`.",
    },
];
function gone(since, ...modules) {
    return modules.map((module) => ({
        module,
        by: "python",
        since,
        instead: "Find what takes its place in Python's documentation of the version before, or stay on an older Python.",
        broughtBy: [`standard-${module}`],
    }));
}
const REMOVED_IMPORTS = [...FLASK, ...PYTHON];

;// CONCATENATED MODULE: ./lib/checks/first-request-hooks.js


const first_request_hooks_HOOKS = ["before_first_request", "before_app_first_request"];
/** Functions that Flask was to call before the first request: since 2.3 there is no such decorator. */
function firstRequestHooks(project) {
    const version = installedOnHeroku(project.requirements, "flask");
    if (version === undefined || !fits(version, ">=2.3"))
        return [];
    return [...project.modules.reached].flatMap(([file, source]) => {
        if (source === "unreadable" || !project.contents.get(file)?.includes("first_request"))
            return [];
        return hooks(source.body, undefined).map(({ line, inside }) => {
            const certain = inside === undefined || project.code.started.has(`${file}:${inside}`);
            return first_request_hooks_remark(file, line, certain);
        });
    });
}
/** Decorators at import level, and in functions; what a condition or a `try` guards is let be. */
function hooks(statements, inside) {
    return statements.flatMap((statement) => {
        if (statement.nodeType === "ClassDef" || statement.nodeType === "With")
            return hooks(statement.body, inside);
        if (statement.nodeType !== "FunctionDef" && statement.nodeType !== "AsyncFunctionDef")
            return [];
        const own = statement.decorator_list.filter(isHook).map(({ lineno }) => ({ line: lineno, inside }));
        return [...own, ...hooks(statement.body, inside ?? statement.name)];
    });
}
function isHook(decorator) {
    return decorator.nodeType === "Attribute" && first_request_hooks_HOOKS.includes(decorator.attr);
}
function first_request_hooks_remark(file, line, certain) {
    return {
        level: certain ? "error" : "warning",
        file,
        line,
        problem: `Flask has no \`before_first_request\` since 2.3, and Heroku installs a newer one: ${certain ? "the app does not start" : "the function around it fails when it is called"}. At home an older Flask is installed.`,
        fix: "Run the code where the app is made, inside `with app.app_context():`.",
    };
}

;// CONCATENATED MODULE: ./lib/checks/python-removed.js








const BY_PACKAGE = Map.groupBy(REMOVED_IMPORTS, ({ module }) => topModule(module));
// An import of something that is gone fails when the app starts. At home an older version is still installed.
const pythonRemoved = {
    id: "python-removed",
    title: "The app uses nothing that its Python or its packages have dropped",
    buildpack: true,
    find(project) {
        const imports = project.modules.external.flatMap((wanted) => {
            const rows = isMet(wanted) ? BY_PACKAGE.get(topModule(wanted.module)) : undefined;
            const row = rows?.find((each) => python_removed_concerns(each, wanted) && python_removed_isGone(each, project));
            return row ? [python_removed_remark(row, wanted, project)] : [];
        });
        return [...imports, ...firstRequestHooks(project)];
    },
};
function python_removed_concerns({ module, names }, wanted) {
    if (names)
        return wanted.module === module && wanted.names.some((name) => names.includes(name));
    const full = wanted.names.map((name) => `${wanted.module}.${name}`);
    return [wanted.module, ...full].some((path) => path === module || path.startsWith(`${module}.`));
}
function python_removed_isGone({ by, since, broughtBy = [] }, project) {
    if (project.requirements?.entries.some(({ key, active }) => active && broughtBy.includes(key)))
        return false;
    const version = by === "python" ? project.python : installedOnHeroku(project.requirements, by);
    return version !== undefined && fits(version, `>=${since}`);
}
function python_removed_remark(row, wanted, project) {
    const { by, since, instead, names } = row;
    const { file, line, guard } = wanted;
    const what = names
        ? wanted.names.filter((name) => names.includes(name)).map((name) => `${wanted.module}.${name}`)
        : [row.module];
    const uncertain = guard === "lazy" || row.module === "distutils" || mayBeBrought(row, project);
    const when = guard === "lazy" ? "when that function is called" : "when the app starts";
    const edit = python_removed_rewritten(row, wanted, project);
    return {
        level: uncertain ? "warning" : "error",
        file,
        line,
        // Flask-Script is there, and looks for this.
        module: row.module === "flask_script" ? "flask._compat" : row.module,
        problem: `${what.map(quote).join(", ")} ${dropped(row, by === "python" ? `Python ${since}` : `${python_removed_name(by)} ${since}`)}, and ${version(by, project)}: the import fails ${when}.`,
        fix: instead,
        ...(edit && { edits: [edit] }),
    };
}
function dropped({ module }, since) {
    if (module === "pkg_resources")
        return "comes with setuptools, which Heroku does not install with Python 3.13 and newer";
    if (module === "flask_script")
        return `does not work with ${since} and newer`;
    return `is gone since ${since}`;
}
/** What cannot be read may bring a module of Python's back. */
function mayBeBrought({ broughtBy }, { requirements }) {
    return broughtBy !== undefined && !(requirements && isFullyKnown(requirements));
}
function version(by, project) {
    if (by === "python")
        return `the app runs on Python ${minorOf(project.python)} on Heroku`;
    const taken = installedOnHeroku(project.requirements, by) ?? "";
    return isOpenEnded(taken)
        ? `Heroku installs the newest ${python_removed_name(by)} that the requirements allow`
        : `Heroku installs ${python_removed_name(by)} ${quote(taken)}`;
}
function python_removed_name(key) {
    return { flask: "Flask", jinja2: "Jinja2", werkzeug: "Werkzeug" }[key] ?? key;
}
/** The line with the new module, when it is a plain `from module import names` and all names moved there. */
function python_removed_rewritten(row, { file, line, names }, { contents }) {
    const old = contents.get(file)?.toString("utf8").split(/\r?\n/)[line - 1] ?? "";
    const [, indent, module, rest] = /^(\s*)from\s+([\w.]+)(\s+import\s+[\w\s,]+)$/.exec(old) ?? [];
    if (indent === undefined || module === undefined || rest === undefined)
        return undefined;
    const extension = /^flask\.ext\.(\w+)$/.exec(module)?.[1];
    const now = row.module === "flask.ext" ? extension && `flask_${extension}` : row.now;
    if (!now || !names.every((each) => !row.names || row.names.includes(each)))
        return undefined;
    return { kind: "replace", file, from: line, to: line, lines: [`${indent}from ${now}${rest}`] };
}

;// CONCATENATED MODULE: ./lib/checks/python-syntax.js



// A module that does not parse cannot be imported, whatever is in it. At home it may run on another Python.
const pythonSyntax = {
    id: "python-syntax",
    title: "The app's code parses on Heroku's Python",
    buildpack: true,
    find(project) {
        const { syntax, modules, python } = project;
        const minor = minorOf(python);
        const files = [...syntax];
        return [
            ...files.flatMap(([file, verdict]) => verdict.kind === "refused" ? [refused(file, verdict, modules.reached.has(file), minor)] : []),
            ...tooNewSyntax(project),
            ...unchecked(files),
        ];
    },
};
function refused(file, { line, isPython2 }, isReached, minor) {
    const effect = isReached
        ? "The web process imports this file when it starts, so the app does not start."
        : "Where the app imports this file, the import fails.";
    return {
        level: isReached ? "error" : "warning",
        file,
        line,
        problem: `${isPython2
            ? `This is Python 2 code, which Python ${minor} on Heroku cannot read.`
            : `Python ${minor}, which Heroku uses, cannot read this line.`} ${effect}`,
        fix: isPython2
            ? "Write it in Python 3: `print(x)`, `except Error as e`, `0o755`; the tool `2to3` or `python-modernize` does most of it."
            : `Run \`python${minor} -m py_compile ${quote(file).slice(1, -1)}\` to see what it objects to, and correct the line.`,
    };
}
/** One notice for all, for what could not be checked is no fault of the app. */
function unchecked(files) {
    const unknown = files.flatMap(([file, verdict]) => verdict.kind === "unknown" ? [{ file, reason: verdict.reason }] : []);
    const [first] = unknown;
    if (!first)
        return [];
    const names = unknown.map(({ file }) => quote(file));
    return [
        {
            level: "notice",
            file: first.file,
            line: null,
            problem: `The syntax of ${listed(names, 1)} could not be checked: ${first.reason}. What stands in there is not seen by the other checks either.`,
            fix: "Nothing needs to change. To have it checked, run the action where `python3` is the version that Heroku uses, for example after actions/setup-python.",
        },
    ];
}

;// CONCATENATED MODULE: ./lib/checks/misspelt-python-version.js


const misspelt_python_version_NAME = ".python-version";
// Other mistakes than the certain ones, or capitals: the buildpack's list of some twenty names has many of these, but not surely all.
const misspelt_python_version_LOOKALIKE = /^\.?python[-_. ]?versions?(?:\.(?:txt|md))?\s*$/i;
/** Remarks on files whose name is nearly `.python-version`. */
function misspeltPythonVersion({ files }) {
    return [...files.keys()]
        .filter((path) => path !== misspelt_python_version_NAME && misspelt_python_version_LOOKALIKE.test(path))
        .map((path) => misspelt_python_version_remark(path, files.has(misspelt_python_version_NAME)));
}
function misspelt_python_version_remark(path, isSecond) {
    const certain = MISSPELT_PYTHON_VERSION.test(path);
    const effect = certain
        ? "Heroku stops the build at it"
        : "Heroku does not read it, and stops the build at most such names";
    const edit = isSecond ? { kind: "delete", file: path } : { kind: "rename", file: path, to: misspelt_python_version_NAME };
    return {
        level: certain ? "error" : "warning",
        file: path,
        line: null,
        problem: `The file ${quote(path)} has nearly the name \`${misspelt_python_version_NAME}\`: ${effect}, so that nobody wonders why its version is not taken.`,
        fix: isSecond
            ? `Delete it, since there is a ${misspelt_python_version_NAME} too, or give it another name.`
            : `Rename it to \`${misspelt_python_version_NAME}\`, with the dot and the hyphen and without an ending, and commit.`,
        edits: [edit],
    };
}

;// CONCATENATED MODULE: ./lib/checks/python-version.js






const [python_version_NEWEST = ""] = HEROKU_PYTHONS;
const python_version_OLDEST = HEROKU_PYTHONS.at(-1) ?? "";
const OFFERED = `Heroku has ${python_version_OLDEST} to ${python_version_NEWEST}`;
// The buildpack (v351) reads one file and stops the build at whatever it does not understand in it, where pyenv,
// uv and hosts that ignore the file let it pass.
const pythonVersion = {
    id: "python-version",
    title: "Heroku understands which Python the app asks for",
    buildpack: true,
    find(project) {
        if (packageLists(project).length === 0)
            return [];
        return [...misspeltPythonVersion(project), ...uvRules(project), ...requested(project)];
    },
};
/** With uv the file is a must, and runtime.txt an error. */
function uvRules(project) {
    const { files } = project;
    if (packageLists(project).join() !== "uv.lock")
        return [];
    if (files.has("runtime.txt")) {
        return [
            {
                level: "error",
                file: "runtime.txt",
                line: null,
                problem: "The app is installed by uv (uv.lock), and with uv Heroku refuses runtime.txt: the build stops.",
                fix: "Delete runtime.txt and name the Python in .python-version.",
                edits: namePython(project, wanted(runtimeTxt(project.texts))),
            },
        ];
    }
    if (files.has(".python-version"))
        return [];
    return [
        {
            level: "error",
            file: null,
            line: null,
            problem: "The app is installed by uv (uv.lock) but has no .python-version. uv would take any Python that it finds; Heroku wants to be told, and the build stops.",
            fix: `Add a file .python-version with the single line \`${python_version_NEWEST}\`, or the version that you test with, and commit it.`,
            edits: [{ kind: "create", file: ".python-version", text: `${python_version_NEWEST}\n` }],
        },
    ];
}
function requested(project) {
    const request = pythonRequest(project.texts);
    if (!request || (request.file === "runtime.txt" && packageLists(project).join() === "uv.lock"))
        return [];
    const defect = request.kind === "version" ? unsupported(request) : python_version_refused(request);
    if (defect)
        return [{ ...defect, ...place(request), edits: python_version_rewritten(project, request) }];
    return request.kind === "version" && request.file === "runtime.txt" ? [deprecated(project, request)] : [];
}
function place({ file, line }) {
    return { file, line: file === "Pipfile.lock" ? null : line };
}
function python_version_refused(request) {
    const { file, kind } = request;
    const problems = {
        empty: `${file} names no Python version, and Heroku does not take an empty file for a default.`,
        several: `${file} names more than one Python. pyenv takes the first; Heroku refuses the file.`,
        encoding: `${file} is not plain UTF-8: it begins with an invisible mark or was saved as UTF-16, as PowerShell's > does.`,
        malformed: `${file} holds something that Heroku does not take for a version, such as a ${file === "runtime.txt" ? "missing `python-`" : "prefix, quotes"}, a wildcard or more after the version.`,
    };
    return {
        level: "error",
        problem: `${problems[kind]} The build stops.`,
        fix: `${file === "runtime.txt" ? "Delete it and let .python-version" : "Let the file"} hold the single line \`${suggestion(request)}\`, in UTF-8 without a byte order mark.`,
    };
}
function unsupported(request) {
    const { file, major, minor, patch } = request;
    const name = `${major}.${minor}`;
    const write = `Ask for one that is there, such as \`${suggestion(request)}\`, and test with it.`;
    if (major < 3 || (major === 3 && !HEROKU_PYTHONS.includes(name) && minor < Number(python_version_OLDEST.split(".")[1]))) {
        return {
            level: "error",
            problem: `${file} asks for Python ${quote(name)}, which gets no security updates any more, and Heroku no longer has it. ${OFFERED}. The build stops.`,
            fix: write,
        };
    }
    if (!HEROKU_PYTHONS.includes(name)) {
        return {
            level: "error",
            problem: `${file} asks for Python ${quote(name)}, which Heroku does not know. ${OFFERED}. The build stops.`,
            fix: write,
        };
    }
    if (patch !== undefined && patch > Number(newestPatch(name).split(".")[2])) {
        return {
            level: "warning",
            problem: `${file} asks for Python ${quote(`${name}.${patch}`)}, but the newest ${name} known to be on Heroku is ${newestPatch(name)}. If it is not there yet, the build stops.`,
            fix: `Write \`${file === "runtime.txt" ? "python-" : ""}${name}\`: Heroku then takes the newest patch that it has.`,
        };
    }
    if (name !== LEAVING.python)
        return undefined;
    return {
        level: "warning",
        problem: `${file} asks for Python ${LEAVING.python}, which Heroku takes away on ${LEAVING.on}. Later builds stop.`,
        fix: "Move to a newer Python, such as `3.12`, and test with it.",
    };
}
function deprecated(project, request) {
    const { texts } = project;
    const other = pythonVersionFile(texts);
    const contradicts = other !== undefined && python_version_versionOf(other) !== python_version_versionOf(request);
    return {
        level: contradicts ? "warning" : "notice",
        ...place(request),
        problem: contradicts
            ? "runtime.txt and .python-version ask for different Pythons. Heroku follows runtime.txt, while pyenv and uv at home follow .python-version."
            : "runtime.txt is an old way to name the Python. Heroku still reads it, but says that it will stop.",
        fix: `Delete runtime.txt and let .python-version hold the single line \`${python_version_versionOf(request)}\`, which is what Heroku takes now.`,
        edits: namePython(project, wanted(request)),
    };
}
function python_version_versionOf(request) {
    return request.kind === "version" ? written(request) : undefined;
}
/** The version that a file asks for if Heroku has it, else the nearest guess at what it means. */
function wanted(request) {
    if (!request)
        return python_version_NEWEST;
    const isFine = request.kind === "version" && !unsupported(request);
    return (isFine && python_version_versionOf(request)) || suggestion(request);
}
function suggestion(request) {
    const minor = request.kind === "version" ? request.minor : request.found;
    const meant = HEROKU_PYTHONS.find((name) => name === `3.${minor}`) ?? python_version_NEWEST;
    return request.kind === "version" && meant === LEAVING.python ? "3.12" : meant;
}
function python_version_rewritten(project, request) {
    return request.file === "Pipfile.lock" ? [] : namePython(project, suggestion(request));
}

;// CONCATENATED MODULE: ./lib/checks/drift-versions.js




// Servers and drivers, which tests seldom install, and what `pip freeze` leaves out.
const OFTEN_NOT_TESTED = /^(?:gunicorn|uvicorn|waitress|uwsgi|gevent|eventlet|psycogreen|psycopg(?:2|-binary|-c|2-binary)?|pg8000|asyncpg|mysqlclient|pymysql|redis|hiredis|whitenoise|newrelic|sentry-sdk)$/;
const OF_PIP = /^(?:pip|setuptools|wheel|distribute)$/;
/** A version as the package index has it: a local build's `+cpu` is not there. */
function installable(version) {
    return version.split("+", 1)[0] ?? version;
}
/** What of the listed packages is not as the tests had it: other versions, none at all, or whatever is newest. */
function versionsApart({ entries, constraints }, packages) {
    const different = [];
    const untested = [];
    const idle = [];
    const open = [];
    const held = new Set(constraints.filter((entry) => entry.active && isPin(entry)).map(({ key }) => key));
    for (const entry of entries.filter(({ active }) => active)) {
        const installed = packages.get(entry.key);
        if (!installed) {
            if (!OF_PIP.test(entry.key))
                (OFTEN_NOT_TESTED.test(entry.key) ? idle : untested).push(absent(entry));
        }
        else if (entry.url === undefined && installed.version !== "") {
            if (!fits(installed.version, entry.specifier))
                different.push(differs(entry, installed));
            else if (!isPin(entry) && !held.has(entry.key))
                open.push(unpinned(entry, installed));
        }
    }
    return [...different, ...few(untested), ...few(open), ...few(idle)];
}
function isPin({ specifier, url }) {
    return url !== undefined || /(?:^|,)==/.test(specifier);
}
function differs(entry, { version }) {
    const { name, extras, specifier, file, line } = entry;
    const listed = extras.length > 0 ? `${name}[${extras.join(",")}]` : name;
    return {
        level: "error",
        file,
        line,
        problem: `The file asks for ${quote(name + specifier)}, but the environment of the tests has ${quote(version)}. ` +
            "Heroku installs what the file asks for, so what runs there is not what was tested.",
        fix: `Write ${quote(`${listed}==${installable(version)}`)} if the tested version is the right one, else install what the file asks for and test again.`,
        edits: pinned(entry, installable(version)),
    };
}
function absent({ key, name, file, line }) {
    return {
        level: OFTEN_NOT_TESTED.test(key) ? "notice" : "warning",
        file,
        line,
        problem: `${quote(name)} is listed, but it was not installed where the tests ran: with it on Heroku, the app is not what was tested.`,
        fix: "Install requirements.txt in the job of the tests, or delete the line if nothing needs the package.",
    };
}
function unpinned(entry, { version }) {
    const { name, specifier, file, line } = entry;
    return {
        level: "warning",
        file,
        line,
        problem: `${quote(name + specifier)} lets the build on Heroku take a newer version than the tests had (${quote(version)}): the same ` +
            "commit can work today and fail tomorrow.",
        fix: `Write ${quote(`${name}==${installable(version)}`)}, the version that was tested.`,
        edits: pinned(entry, installable(version)),
    };
}

;// CONCATENATED MODULE: ./lib/checks/drift-imports.js






/** Imports of installed packages that requirements.txt does not bring, each with the key of the package. */
function unlistedImports(project, requirements, { packages, stdlib, provided }) {
    const certain = provided.complete && isFullyKnown(requirements);
    // One finding for each package.
    const found = firstImports(project.modules.external, (top) => {
        if (stdlib.has(top))
            return undefined;
        const owners = [...packages].filter(([, { imports }]) => imports.includes(top)).map(([key]) => key);
        const isThere = owners.some((key) => provided.keys.has(key) || comesWithPython(key, project.python));
        return owners.length === 0 || isThere || isElsewhere(project, top) ? undefined : owners[0];
    });
    return new Map([...found].flatMap(([key, wanted]) => {
        const owner = packages.get(key);
        return owner ? [[key, drift_imports_missing(wanted, owner, certain, requirements)]] : [];
    }));
}
function drift_imports_missing({ module, file, line, guard }, owner, certain, requirements) {
    const listed = `${owner.name}==${installable(owner.version)}`;
    const when = guard === "lazy" ? "when that function is called" : "when the app starts";
    return {
        level: certain && guard === "none" ? "error" : "warning",
        file,
        line,
        later: guard === "lazy",
        module,
        problem: `This file imports ${quote(module)}, which ${quote(owner.name)} provides. It is installed in the environment of the ` +
            `tests, but requirements.txt ${certain ? "does not bring it" : "does not seem to bring it"}: on Heroku the import fails ${when}.`,
        fix: `Add the line ${quote(listed)} to requirements.txt.`,
        edits: added(requirements, listed),
    };
}
/** Heroku's Python comes with pip, and up to 3.12 with setuptools (buildpack v351). */
function comesWithPython(key, python) {
    return key === "pip" || (key === "setuptools" && fits(python, "<3.13"));
}

;// CONCATENATED MODULE: ./lib/checks/drift-along.js




const drift_along_NAMED = 5;
/**
 * One notice of what only comes along: packages that others bring, in whatever version is newest; those of them that
 * the app imports itself; and lines whose marker does not hold on Heroku though the package was there in the tests.
 */
function comingAlong({ modules, python }, requirements, { packages, stdlib, provided }) {
    const { entries, constraints, problems } = requirements;
    const active = entries.filter((entry) => entry.active);
    const written = new Set(active.map(({ key }) => key));
    const pinned = new Set(constraints.filter((each) => each.active && /==/.test(each.specifier)).map(({ key }) => key));
    const along = [...provided.keys].filter((key) => !written.has(key) && packages.has(key) && !comesWithPython(key, python));
    const isImported = (key) => modules.external.some(({ module, guard }) => {
        const top = topModule(module);
        return isMet({ guard }) && !stdlib.has(top) && packages.get(key)?.imports.includes(top);
    });
    const off = entries.filter(({ key, active }) => !active && !written.has(key) && packages.has(key));
    const open = along.filter((key) => !pinned.has(key));
    const sentences = [
        said(namesOf(open), (names) => `Only other packages ask for ${names}, so Heroku installs whatever version of them is newest.`),
        said(namesOf(along.filter(isImported)), (names) => `The app imports ${names} itself and does not list it: it is gone when nothing brings it any more.`),
        said(off.map(({ name }) => name), (names) => `The marker of ${names} does not hold on Heroku: the tests had it, Heroku does not install it.`),
    ].filter((sentence) => sentence !== "");
    // With a hash, pip wants everything listed, which is an error of its own.
    if (sentences.length === 0 || problems.length > 0 || isHashed(requirements))
        return [];
    return [
        {
            level: "notice",
            file: "requirements.txt",
            line: null,
            problem: sentences.join(" "),
            fix: "List with its version what the app needs: `pip freeze`, or `pip-compile`, writes all that the tests had.",
        },
    ];
    function namesOf(keys) {
        return keys
            .map((key) => packages.get(key)?.name ?? key)
            .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    }
}
function said(names, sentence) {
    if (names.length === 0)
        return "";
    return sentence(listed(names.map(quote), drift_along_NAMED));
}

;// CONCATENATED MODULE: ./lib/checks/drift-by-name.js








const BROKER_KEYS = [
    "CELERY_BROKER_URL",
    "BROKER_URL",
    "broker_url",
    "CELERY_RESULT_BACKEND",
    "result_backend",
];
// What kombu and celery load for a URL, where they do not bring it (kombu 5.6, transport/__init__.py).
const TRANSPORTS = [
    [/^(?:rediss?|sentinel):/, ["redis"]],
    [/^sqs:/, ["boto3"]],
    [/^mongodb(?:\+srv)?:/, ["pymongo"]],
    [/^(?:sqla\+|db\+)/, ["sqlalchemy"]],
];
/**
 * Packages that are loaded by name and that requirements.txt does not bring: what Celery's broker needs, and what
 * WTForms' `Email()` does. Workers of gunicorn and database drivers have checks of their own.
 */
function neededByName(project, requirements, { packages, provided }) {
    const isClear = provided.complete && isFullyKnown(requirements);
    const found = new Map();
    for (const { keys, file, line, problem, certain } of [
        ...emailValidators(project, packages),
        ...brokers(project, provided.keys),
    ]) {
        const [key = ""] = keys;
        if (found.has(key) || keys.some((each) => provided.keys.has(each)))
            continue;
        const installed = packages.get(key);
        const text = installed ? `${installed.name}==${installable(installed.version)}` : key;
        found.set(key, {
            level: certain && isClear ? "error" : "warning",
            file,
            line,
            problem: `${problem} requirements.txt ${isClear ? "does not bring it" : "does not seem to bring it"}.`,
            fix: `Add the line ${quote(text)} to requirements.txt.`,
            edits: added(requirements, text),
        });
    }
    return found;
}
// Since WTForms 2.3 the validator raises as soon as it is made, which is when the module of the form is loaded.
function emailValidators({ code, modules }, packages) {
    const version = packages.get("wtforms")?.version;
    if (version === undefined || !fits(version, ">=2.3"))
        return [];
    const isOurs = ({ name, where }) => modules.external.some(({ file, module, names }) => file === where.file &&
        (name === "Email"
            ? module === "wtforms.validators" && names.includes(name)
            : module.startsWith("wtforms")));
    return code.calls
        .filter((call) => /^(?:(?:wtforms\.)?validators\.)?Email$/.test(call.name) &&
        call.where.loaded !== "no" &&
        isOurs(call))
        .map(({ line, where }) => ({
        keys: ["email-validator"],
        file: where.file,
        line,
        problem: "WTForms' `Email()` needs the package `email-validator`, which it loads by itself, and ends with an exception where it is not installed.",
        certain: where.loaded === "surely" && where.guard === "none" && where.function === undefined,
    }));
}
function brokers({ code, modules }, provided) {
    const isUsed = modules.external.some(({ module, guard }) => /^celery(?:\.|$)/.test(module) && guard === "none");
    if (!isUsed || !provided.has("celery"))
        return [];
    const settings = config_configured(code, ...BROKER_KEYS).map(({ setting, values, certain }) => ({
        values,
        certain,
        file: setting.where.file,
        line: setting.line,
    }));
    const made = code.calls
        .filter(({ name, where }) => /(?:^|\.)Celery$/.test(name) && where.loaded !== "no")
        .flatMap(({ node, where, line }) => node.keywords
        .filter(({ arg }) => arg === "broker" || arg === "backend")
        .map(({ value }) => ({
        values: valuesOf(value, where.file, code),
        certain: isCertain(code, where),
        file: where.file,
        line,
    })));
    return [...settings, ...made].flatMap(({ values, certain, file, line }) => {
        const keys = TRANSPORTS.find(([scheme]) => values.some((value) => scheme.test(drift_by_name_schemeOf(value))))?.[1];
        if (!keys)
            return [];
        const problem = `Celery loads the package ${quote(keys[0] ?? "")} for a URL of this kind by itself, and cannot send or take a task where it is not installed.`;
        return [{ keys, file, line, problem, certain }];
    });
}
/** The start of a URL. Heroku's add-ons for Redis set REDIS_URL and the like. */
function drift_by_name_schemeOf(value) {
    if (value.kind === "text")
        return value.text;
    if (value.kind !== "env")
        return "";
    return (value.scheme ??
        (/^(?:REDIS|REDISCLOUD|REDISTOGO|STACKHERO_REDIS)\w*_URL$|^REDIS_URL$/.test(value.name) ? "redis:" : ""));
}

;// CONCATENATED MODULE: ./lib/checks/drift-closure.js






// Tools of development. They only keep a notice short: no error depends on this list.
const drift_closure_TOOLS = /^(?:pytest(?:-.*)?|.*-stubs|types-.*|flake8(?:-.*)?|black|ruff|mypy|isort|pylint|pyright|bandit|safety|autopep8|yapf|coverage|codecov|tox|nox|pre-commit|ipython|ipdb|ipykernel|jupyter(?:lab)?|notebook|build|twine|pip-tools|pipdeptree|faker|factory-boy|hypothesis|selenium|playwright|responses|requests-mock|freezegun|locust|sphinx|mkdocs(?:-.*)?|uv|poetry|pipenv|virtualenv|deptry|fawltydeps|nose2?|mock|honcho|watchdog|pip|setuptools|wheel)$/;
const drift_closure_NAMED = 5;
/** What is installed where the tests ran, that neither requirements.txt nor a tool of development brings: one notice. */
function notListed({ python }, requirements, { packages }, missing) {
    const { entries } = requirements;
    const roots = [...entries.filter(({ active }) => active), ...[...missing].map(bare)];
    const tools = [...packages.keys()].filter((key) => drift_closure_TOOLS.test(key)).map(bare);
    const provided = closure(roots, packages, herokuMarkers(python));
    if (!provided.complete || !isFullyKnown(requirements))
        return [];
    const ofTools = closure(tools, packages, herokuMarkers(python)).keys;
    const written = new Set(entries.map(({ key }) => key));
    const names = [...packages]
        .filter(([key]) => !provided.keys.has(key) && !ofTools.has(key) && !written.has(key))
        .map(([, { name }]) => name)
        .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    if (names.length === 0)
        return [];
    return [
        {
            level: "notice",
            file: "requirements.txt",
            line: null,
            problem: `Installed where the tests ran, but not by requirements.txt: ${listed(names.map(quote), drift_closure_NAMED)}. The app does not seem to import them, ` +
                "but what it uses without an import, such as a driver or a plugin, would not be there on Heroku.",
            fix: "List what the app needs. Test in an environment with nothing but requirements.txt and the tools to be sure.",
        },
    ];
}
/** With one `--hash` in the file, pip wants all that it installs listed with one. */
function unhashedDependencies({ python }, { entries, constraints, problems }, { packages, provided }) {
    const active = entries.filter((entry) => entry.active);
    const first = active.find(({ hashes }) => hashes > 0);
    const isTested = active.every(({ key, specifier }) => fits(packages.get(key)?.version ?? "", specifier));
    if (!first || !isTested || constraints.length > 0 || problems.length > 0)
        return [];
    const written = new Set(active.map(({ key }) => key));
    const names = [...provided.keys]
        .filter((key) => !written.has(key) && !comesWithPython(key, python))
        .map((key) => packages.get(key)?.name ?? key);
    if (!provided.complete || names.length === 0)
        return [];
    return [
        {
            level: "error",
            file: first.file,
            line: first.line,
            problem: "Lines of the file have a `--hash`, and then pip wants everything listed with one. What is listed needs " +
                `${listed(names.map(quote), drift_closure_NAMED)}, which is not in the file, so the build stops.`,
            fix: "Write the file anew: `pip-compile --generate-hashes` (or `uv pip compile --generate-hashes`) lists everything.",
        },
    ];
}
function bare(name) {
    return { name, extras: [] };
}

;// CONCATENATED MODULE: ./lib/checks/requirements-drift.js






// Heroku installs what is listed. What the tests ran with counts for nothing there, so every difference between
// the two is code that nobody has tried, or a module that is not there.
const requirementsDrift = {
    id: "requirements-drift",
    title: "requirements.txt fits the environment that the tests ran in",
    buildpack: true,
    find(project) {
        const { requirements, environment, python } = project;
        if (!requirements || environment.packages === null)
            return [];
        const versions = versionsApart(requirements, environment.packages);
        if (environment.versionsOnly)
            return versions;
        const provided = listedClosure(requirements, environment.packages, python);
        const tested = { ...environment, provided };
        const imports = unlistedImports(project, requirements, tested);
        const byName = neededByName(project, requirements, tested);
        return [
            ...versions,
            ...imports.values(),
            ...[...byName].filter(([key]) => !imports.has(key)).map(([, remark]) => remark),
            ...unhashedDependencies(project, requirements, tested),
            ...notListed(project, requirements, tested, [...imports.keys(), ...byName.keys()]),
            ...comingAlong(project, requirements, tested),
        ];
    },
};

;// CONCATENATED MODULE: ./lib/checks/requirements-missing.js



const requirements_missing_EFFECT = "Heroku looks for it in the root of what is pushed, and without it the build stops.";
// The buildpack stops with package-manager::none-found when the root has none of its four package lists. Where another
// tool's file shows what was meant, package-managers speaks.
const requirementsMissing = {
    id: "requirements-missing",
    title: "Heroku is told which packages to install",
    buildpack: true,
    find(project) {
        if (packageLists(project).length > 0)
            return [];
        const path = misnamedRequirements(project);
        if (path !== undefined)
            return [requirements_missing_misnamed(path)];
        return unlocked(project) === undefined ? [requirements_missing_none(project)] : [];
    },
};
function requirements_missing_misnamed(path) {
    const inRoot = !path.includes("/");
    return {
        level: "error",
        file: path,
        line: null,
        problem: `The packages are listed in ${quote(path)}, but the file must be \`requirements.txt\`. ${requirements_missing_EFFECT}`,
        fix: inRoot
            ? `Rename it: git mv ${quote(path)} requirements.txt, and commit.`
            : `Move it to the root, or add a requirements.txt there with the line \`-r ${path.replace(/[^\w./-]/g, "")}\`.`,
    };
}
function requirements_missing_none({ appDir }) {
    return {
        level: "error",
        file: null,
        line: null,
        problem: `There is no requirements.txt${appDir === "." ? "" : ` in ${quote(appDir)}`}. ${requirements_missing_EFFECT} ` +
            "At home the packages are there because you installed them by hand.",
        fix: "In the environment that the app runs in, write `pip freeze > requirements.txt` and commit the file.",
    };
}

;// CONCATENATED MODULE: ./lib/checks/bad-requirement-line.js

const REWRITE = "In the environment that the app runs in, write `pip list --format=freeze > requirements.txt` and commit the file.";
// In this order: the first that fits is what happened.
const KINDS = [
    {
        is: /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/,
        what: "This is the mark of a merge conflict that nobody resolved",
        fix: "Decide which of the lines between the marks are right, delete the marks and the others, and commit.",
    },
    {
        is: /^(?:-{3,}\s+-{3,}|Package\s+Version\b|[\w.-]+[ \t]+v?\d[\w.!+-]*$)/i,
        what: "This is the table that `pip list` prints for people, which pip cannot read",
        fix: REWRITE,
    },
    {
        is: /^[\w.-]+\s*=\s*[\w.!+*-]+(?:=[\w.]+)?$/,
        what: "pip wants `==` in front of a version. A single `=` is how conda writes it, and Heroku does not use conda",
        fix: "Write `==` and the version alone, without a build name. If the whole file is conda's, write it anew: `pip list --format=freeze > requirements.txt`.",
    },
    {
        is: /^(?:\$\s*)?(?:python\S*\s+-m\s+)?pip3?\s+install\b/,
        what: "This is a command, but the file is a list of packages",
        fix: "Leave the name of the package, and its version, and nothing else on the line.",
    },
    {
        is: /^(?:(?:-e|--editable)[ =]?)?\s*["']?(?:[a-z]:[\\/]|~|\/|file:)/i,
        what: "This is a path on the computer on which the file was written, and Heroku does not have it",
        fix: "Name the package by its name and version, or commit its folder and write the path from the root: `./lib/name`.",
    },
    {
        is: /^(?:(?:-e|--editable)\b|\.{1,2}(?:[\\/]|$))/,
        what: "This names a folder that the commit does not have, or that has neither a pyproject.toml nor a setup.py",
        fix: "Commit the folder with its pyproject.toml, or name the package by its name and version.",
    },
    {
        is: /^[\w.-]+\s*(?:\[[^\]]*\])?\s*\^/,
        what: "`^` is how Poetry writes a range; pip does not know it",
        fix: "Write the range with `>=` and `<`, for example `>=3.1,<4`.",
    },
];
const OTHER = {
    is: /^/,
    what: "pip cannot read this line",
    fix: "Write one package on a line, as in `flask==3.1.3`, or delete the line.",
};
/** What is wrong with the lines that pip refuses, each kind said once when there are many. */
function badLines(problems) {
    const lines = problems.filter(({ kind }) => kind === "bad-line");
    const kinds = Map.groupBy(lines, ({ file, text }) => {
        const index = KINDS.findIndex(({ is }) => is.test(text));
        return `${file}\n${index}`;
    });
    return [...kinds].flatMap(([id, same]) => {
        const { what, fix } = KINDS[Number(id.slice(id.lastIndexOf("\n") + 1))] ?? OTHER;
        const problem = `${what}. \`pip install\` stops here, and with it the build on Heroku.`;
        return few(same.map(({ file, line }) => ({ level: "error", file, line, problem, fix })));
    });
}

;// CONCATENATED MODULE: ./lib/checks/unusable-source.js



const ON_THIS_COMPUTER = /^(?:file:\/\/(?:localhost)?\/|\/|~|[a-z]:[\\/])/i;
const BY_SSH = /^(?:(?:git|hg|bzr|svn)\+)?(?:ssh|sftp):/i;
const OVER_GIT_PROTOCOL = /^(?:git\+)?git:\/\/github\.com\//i;
// A repository without an `@` and a commit, tag or branch behind its path.
const FLOATING = /^git\+(?:https?|git):\/\/(?:[^@/]*@)?[^/]+\/[^@#]*(?:#|$)/i;
/** Why Heroku cannot install what a line names by a path or a URL. Undefined when nothing speaks against it. */
function unusableSource(wanted, project) {
    const source = "target" in wanted ? wanted.target : wanted.url;
    if (source === undefined)
        return undefined;
    if (ON_THIS_COMPUTER.test(source))
        return onThisComputer(wanted, project);
    if (BY_SSH.test(source))
        return bySsh(project);
    if (OVER_GIT_PROTOCOL.test(source)) {
        return {
            level: "error",
            problem: "This address begins with `git://`, and GitHub does not answer that protocol any more: the build stops.",
            fix: "Write `git+https://` in its place.",
        };
    }
    if (FLOATING.test(source)) {
        return {
            level: "warning",
            problem: "This installs the newest commit of a repository, whatever that is at the time: a build on Heroku may get other code " +
                "than the one that was tested.",
            fix: "Put `@` and a commit or tag behind the repository's address, in front of any `#`.",
        };
    }
    return /^[a-z][a-z+]+:/i.test(source) ? undefined : notCommitted(source, wanted.editable, project);
}
function onThisComputer(wanted, { environment }) {
    const named = "key" in wanted ? wanted : undefined;
    const installed = named && environment.packages?.get(named.key)?.version.split("+", 1)[0];
    const listed = named && `${named.name}==${installed ?? "VERSION"}`;
    return {
        level: "error",
        problem: `This is a path on the computer on which the file was written. Heroku does not have it, so the build stops.`,
        fix: listed
            ? `Write ${quote(listed)}${installed ? "" : " with the version that you use"}. \`pip list --format=freeze > requirements.txt\` writes a whole file without paths.`
            : "Name the package by its name and version, or delete the line.",
        edits: named && installed ? pinned(named, installed) : [],
    };
}
/** An SSH key may come from another buildpack or from a hook of the build. */
function bySsh({ files, texts }) {
    const mayHaveKey = files.has("bin/pre_compile") || /"buildpacks"/.test(texts.get("app.json") ?? "");
    return {
        level: mayHaveKey ? "warning" : "error",
        problem: "This is fetched over SSH. At home your SSH key opens the repository; a build on Heroku has no key, so it stops.",
        fix: "Write a `git+https://` address. A private repository needs a package index or a copy of the package in the commit.",
    };
}
/** pip takes a path from the folder in which it runs: the root. */
function notCommitted(source, editable, { files }) {
    const path = inTree(source.replace(/[#[].*$/, ""));
    const isThere = path !== undefined && (files.has(path) || isInstallable({ files }, path));
    if (isThere || (path !== undefined && inSubmodule(path, files)))
        return undefined;
    return {
        level: "error",
        problem: editable
            ? "This names a folder that has neither a pyproject.toml nor a setup.py in the commit, so pip cannot install it."
            : "This names a file that the commit does not have. Heroku only gets what is committed, so the build stops.",
        fix: editable
            ? "Commit its pyproject.toml, or delete the line if the folder is no package."
            : "Commit the file, or name the package by its name and version.",
    };
}
/** Heroku fetches submodules, and what is in them cannot be seen here. */
function inSubmodule(path, files) {
    const parts = path.split("/");
    return parts.some((_, index) => files.get(parts.slice(0, index + 1).join("/"))?.mode === "160000");
}

;// CONCATENATED MODULE: ./lib/checks/unreadable-include.js

const UNREADABLE = {
    "missing-file": [
        "error",
        "This includes a file that is not in what is pushed to Heroku, so pip stops.",
        "Commit the file, inside the folder that is deployed, and give its path from the file that includes it.",
    ],
    recursive: [
        "error",
        "This file includes itself, directly or by way of another, so pip stops.",
        "Delete the line.",
    ],
    "bad-encoding": [
        "error",
        "This file is not in UTF-8, and says no other encoding that Heroku's Python knows: pip cannot read it.",
        "Save it as UTF-8.",
    ],
    "long-line": ["warning", "This line is too long to be a requirement.", "Look at what happened to it."],
};
/** What to say of the files that requirements.txt includes, and of itself, where pip cannot read them. */
function unreadableIncludes({ files }, { problems }) {
    return problems.flatMap((problem) => {
        const { kind, path, text } = problem;
        if (kind === "remote-file" && !/[ =r]["']?file:/i.test(text))
            return [];
        // A link, a large file or one of a submodule is there on Heroku though it is not read here.
        if (path !== undefined && (files.has(path) || inSubmodule(path, files)))
            return [];
        const [level, what, fix] = UNREADABLE[kind === "remote-file" ? "missing-file" : kind] ?? [];
        return level && what && fix
            ? [{ file: problem.file, line: problem.line, level, problem: what, fix }]
            : [];
    });
}

;// CONCATENATED MODULE: ./lib/checks/unusable-name.js



/** A specifier that only one version fits, which it captures. */
const PIN = /^===?([^*,]+)$/;
/** What to say of a package that pip on Heroku does not find under its name and version; `publicOnly` when no other index is named. */
function unusableName(entry, publicOnly) {
    const { key, name, specifier, url } = entry;
    if (key === "pkg-resources" && specifier.includes("0.0.0")) {
        return {
            level: "error",
            problem: "A fault of Debian's and Ubuntu's Python puts this line into `pip freeze`. There is no such package, so the build stops.",
            fix: "Delete the line.",
            edits: removed(entry),
        };
    }
    const other = otherSystem(key);
    if (other) {
        const { system, marker } = other;
        return {
            level: "error",
            problem: `${quote(name)} can only be installed on ${system}. Heroku runs Linux, so the build stops.`,
            fix: `Put \`; ${marker}\` behind it, so that it is only installed on ${system}, or delete the line.`,
            edits: entry.marker ? [] : marked(entry, marker),
        };
    }
    const [version = "", local] = PIN.exec(specifier)?.[1]?.trim().split("+", 2) ?? [];
    if (local !== undefined && publicOnly && url === undefined) {
        return {
            // The config var PIP_EXTRA_INDEX_URL on Heroku, which cannot be seen from here, may name the index that has it.
            level: "warning",
            problem: `The public package index has no versions with a \`+\`, so without another index pip does not find ${quote(name + specifier)} and the build stops.`,
            fix: `Write ${quote(`${name}==${version}`)}, or name the index that has it by \`--extra-index-url\` (or in the config var PIP_EXTRA_INDEX_URL).`,
            edits: pinned(entry, version),
        };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/checks/requirements-unusable.js








// What the environment of a build has. Config vars are not there for pip, but for PIP_EXTRA_INDEX_URL (buildpack v351).
const SET_IN_BUILDS = /^(?:HOME|PATH|PWD|USER|LANG|STACK|SOURCE_VERSION|REQUEST_ID|PIP_\w+|PYTHON\w*)$/;
const OTHER_INDEXES = ["index-url", "extra-index-url", "find-links"];
// Heroku runs `pip install -r requirements.txt` on Linux, in an empty environment, without keys and without config
// vars, on what is committed. Each of these lines works only where it was written.
const requirementsUnusable = {
    id: "requirements-unusable",
    title: "pip can install requirements.txt on Heroku",
    buildpack: true,
    find(project) {
        const { requirements } = project;
        if (!requirements)
            return [];
        const remarks = [
            ...requirements.wide.map(inUtf16),
            ...few(unsetVariables(requirements)),
            ...badLines(requirements.problems),
            ...unreadableIncludes(project, requirements),
            ...lines(project, requirements),
            ...contradictions(requirements),
            ...withoutHash(requirements),
        ];
        // The first that is said of a line is the most specific.
        const said = new Set();
        return remarks.filter(({ file, line }) => line === null || (!said.has(`${file}:${line}`) && said.add(`${file}:${line}`)));
    },
};
function at({ file, line }, said) {
    return { file, line, ...said };
}
function inUtf16(file) {
    return {
        level: "warning",
        file,
        line: null,
        problem: `${quote(file)} is written in UTF-16, as PowerShell's \`>\` does. pip reads it, but git takes it for a binary file and shows ` +
            "no differences, and other tools cannot read it.",
        fix: `Write it as UTF-8: in PowerShell, \`pip freeze | Out-File -Encoding ascii ${file.replace(/[^\w./-]/g, "")}\`.`,
    };
}
function unsetVariables({ lines, entries, unnamed }) {
    const idle = new Set([...entries, ...unnamed].filter(({ active }) => !active).map(({ file, line }) => `${file}:${line}`));
    return lines.flatMap((line) => {
        const name = [...line.text.matchAll(/\$\{([A-Z0-9_]+)\}/g)].find(([, name = ""]) => !SET_IN_BUILDS.test(name))?.[1];
        if (name === undefined || idle.has(`${line.file}:${line.line}`))
            return [];
        return [
            at(line, {
                level: "error",
                problem: `This line takes ${quote(name)} from the environment. Heroku gives config vars to the app, not to pip, so the build ` +
                    "gets no value and stops.",
                fix: "Set the config var PIP_EXTRA_INDEX_URL to the address of a private index: the only one that pip is given. Then delete the address here.",
            }),
        ];
    });
}
function lines(project, requirements) {
    const { entries, unnamed, options } = requirements;
    const publicOnly = !OTHER_INDEXES.some((name) => options.has(name));
    const said = [...entries, ...unnamed].flatMap((wanted) => {
        if (!wanted.active)
            return [];
        const what = unusableSource(wanted, project) ?? ("key" in wanted ? unusableName(wanted, publicOnly) : undefined);
        return what ? [at(wanted, what)] : [];
    });
    const glued = requirements.lines.filter(({ text }) => /^-[fi][a-z][\w.-]*\s*[=<>~!]=/i.test(text));
    const kinds = Map.groupBy(said, ({ level, problem }) => `${level} ${problem}`);
    return [...[...kinds.values()].flatMap((same) => few(same)), ...glued.map((line) => at(line, GLUED))];
}
const GLUED = {
    level: "warning",
    problem: "pip takes a line that begins with `-f` or `-i` for an option, not for a package, and says nothing about it.",
    fix: "Delete the dash if this is meant to be a package.",
};
/** Pins that another line of the same package, or a constraint, excludes. Ranges that only overlap little are let be. */
function contradictions({ entries, constraints }) {
    const binding = [...entries, ...constraints].filter(({ active, url }) => active && url === undefined);
    return [...Map.groupBy(binding, ({ key }) => key).values()].flatMap((same) => {
        const pin = same.find(({ specifier }) => PIN.test(specifier));
        const version = PIN.exec(pin?.specifier ?? "")?.[1]?.trim();
        if (!pin || version === undefined || !entries.some(({ key }) => key === pin.key))
            return [];
        const other = same.find(({ specifier }) => !fits(version, specifier));
        if (!other)
            return [];
        const [first, second] = same.indexOf(pin) < same.indexOf(other) ? [pin, other] : [other, pin];
        return [
            at(second, {
                level: "error",
                problem: `${quote(first.name)} is asked for twice: ${quote(first.specifier)} in line ${first.line} of ${quote(first.file)}, and here ` +
                    `${quote(second.specifier)}. No version is both, so pip installs nothing and the build stops.`,
                fix: "Delete the one that is wrong.",
            }),
        ];
    });
}
/** One hash in a file makes pip want one for everything. */
function withoutHash(requirements) {
    const { entries, unnamed, constraints } = requirements;
    if (!isHashed(requirements) || constraints.length > 0)
        return [];
    const bare = [...entries, ...unnamed].filter((wanted) => {
        const source = "target" in wanted ? wanted.target : (wanted.url ?? "");
        return wanted.active && !("hashes" in wanted && wanted.hashes > 0) && !/#.*sha\d+=/.test(source);
    });
    return [
        ...few(bare.map((wanted) => at(wanted, {
            level: "error",
            problem: "Other lines have a `--hash`, and then pip wants one for every package. This line has none, so the build stops.",
            fix: "Write the file anew: `pip-compile --generate-hashes` (or `uv pip compile --generate-hashes`) gives every line its hash.",
        }))),
    ];
}

;// CONCATENATED MODULE: ./lib/checks/secret-keys.js

/** How the key is given on Heroku, as text that follows a verb. */
const FROM_CONFIG_VAR = '`os.environ["SECRET_KEY"]`, and set that config var once, for example by the action\'s `config-vars` input: ' +
    "`SECRET_KEY=$" +
    "{{ secrets.SECRET_KEY }}`.";
/** What may be the key that signs the app's sessions, in files that are or may be loaded. */
function secretKeys(code) {
    return config_configured(code, "SECRET_KEY").filter(({ setting }) => setting.where.loaded !== "no");
}

;// CONCATENATED MODULE: ./lib/checks/secret-key-hardcoded.js

// Whoever knows the key can write sessions that the app takes for its own. The value is never printed.
const secretKeyHardcoded = {
    id: "secret-key-hardcoded",
    title: "The secret key is not written in the code",
    find({ code }) {
        return secretKeys(code).flatMap(({ setting, values }) => {
            const isWritten = values.some((value) => value.kind === "text" && value.complete && value.text !== "");
            if (!isWritten || values.some(({ kind }) => kind === "unknown"))
                return [];
            const isFallback = values.some(({ kind }) => kind === "env");
            return [
                {
                    level: isFallback ? "notice" : "warning",
                    file: setting.where.file,
                    line: setting.line,
                    problem: isFallback
                        ? "Without its config var, the secret key is a text that stands in the code, and whoever reads it can forge sessions."
                        : "The secret key stands in the code: whoever can read the repository can forge the sessions of your users, such as a login. At home that harms nobody.",
                    fix: isFallback
                        ? "Set that config var on Heroku."
                        : `Read it instead: ${FROM_CONFIG_VAR} Take a new key.`,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/checks/secret-key-random.js



const MAKES_ONE = /^(?:os\.)?urandom$|^(?:secrets\.)?token_(?:hex|bytes|urlsafe)$|^(?:uuid\.)?uuid[14]$|^random\.\w+$|^get_random_bytes$|^(?:Fernet\.)?generate_key$/;
const READS = /(?:environ\.get|getenv|environ|config|env)$/;
// Each worker of gunicorn, each dyno and each restart would make a key of its own.
const secretKeyRandom = {
    id: "secret-key-random",
    title: "The secret key is the same in every process",
    find({ code }) {
        return secretKeys(code).flatMap(({ setting }) => {
            const parts = partsOf(setting, code);
            if (!parts.some((part) => isCallOf(part, MAKES_ONE)))
                return [];
            const isFallback = parts.some((part) => isCallOf(part, READS) || isEnvironment(part));
            return [
                {
                    level: isFallback ? "notice" : "warning",
                    file: setting.where.file,
                    line: setting.line,
                    problem: isFallback
                        ? "Without its config var, the secret key is made anew in every process: users would be logged out at random."
                        : "The secret key is made anew in every process. gunicorn runs several, and Heroku restarts them at least once a day: what one has signed, " +
                            "the next refuses, so that users are logged out and forms fail at random. At home one process runs for long.",
                    fix: isFallback ? "Set that config var on Heroku." : `Read it: ${FROM_CONFIG_VAR}`,
                },
            ];
        });
    },
};
/** Every node of the value and, where it is a name, of what the file gives that name. */
function partsOf({ value, where }, { assigned }) {
    const values = value.nodeType === "Name" ? (assigned.get(where.file)?.get(value.id) ?? []) : [value];
    return values.flatMap((node) => [...walk(node)]);
}
function isCallOf(node, pattern) {
    return node.nodeType === "Call" && pattern.test(dotted(node.func) ?? "");
}
function isEnvironment(node) {
    return node.nodeType === "Subscript" && /(?:^|\.)environ$/.test(dotted(node.value) ?? "");
}

;// CONCATENATED MODULE: ./lib/checks/sqlite-on-ephemeral-disk.js




// A dyno's disk is its own and is thrown away at least once a day and with every deploy.
const sqlite_on_ephemeral_disk_EFFECT = "On Heroku that file is on the disk of one dyno: it is gone after every deploy and every restart, at least once a day, " +
    "and other dynos, the one that makes the tables included, do not see it.";
const sqliteOnEphemeralDisk = {
    id: "sqlite-on-ephemeral-disk",
    title: "The data is not in an SQLite file",
    find(project) {
        return [...configuredUrls(project), ...openedFiles(project)];
    },
};
function configuredUrls(project) {
    const { code } = project;
    const urls = loadedUrls(code);
    const isOnlySqlite = urls.every(({ values }) => values.every((value) => value.kind === "text" && isSqlite(value.text)));
    if (!isOnlySqlite || knowsDatabaseUrl(code))
        return [];
    return urls.map(({ setting, values, certain }) => ({
        level: certain && !values.some((value) => mayBeMeant(value, project)) ? "error" : "warning",
        file: setting.where.file,
        line: setting.line,
        problem: `The database is an SQLite file, and nothing reads DATABASE_URL. ${sqlite_on_ephemeral_disk_EFFECT}`,
        fix: `Read the URL of Heroku Postgres, and keep SQLite for home: \`${readingDatabaseUrl(project)}\`.`,
    }));
}
/** Data in memory, which is lost at home too, or a file that comes with the commit and may only be read. */
function mayBeMeant(value, { files }) {
    if (value.kind !== "text")
        return false;
    const isInMemory = value.complete && /^sqlite(?:\+\w+)?:\/\/(?:\/?:memory:)?(?:\?|$)/.test(value.text);
    const databases = [...files.keys()].filter((path) => /\.(?:db|sqlite3?)$/.test(path));
    return isInMemory || databases.some((path) => !value.complete || value.text.endsWith(external_node_path_.posix.basename(path)));
}
/** `sqlite3.connect(...)`, which may also be a cache that nobody misses: never more than a warning. */
function openedFiles({ code }) {
    const opened = code.calls.filter(({ name, node, where }) => {
        if (name !== "sqlite3.connect" || where.loaded === "no" || where.guard === "main")
            return false;
        const path = textOf(node.args[0]) ?? "";
        return path !== ":memory:" && !path.startsWith("/tmp/");
    });
    const [first] = opened;
    if (!first)
        return [];
    return [
        {
            level: "warning",
            file: first.where.file,
            line: first.line,
            problem: `The app opens an SQLite file${isCertain(code, first.where) ? " when it starts" : ""}. ${sqlite_on_ephemeral_disk_EFFECT}`,
            fix: "Keep what must last in Heroku Postgres: read DATABASE_URL, with psycopg or with SQLAlchemy. For a cache, this is fine.",
        },
    ];
}

;// CONCATENATED MODULE: ./lib/checks/submodules.js

const submodules_MOST = 5;
// Heroku fetches the submodules of what is pushed while it builds, without any key of yours.
const submodules = {
    id: "submodules",
    title: "The commit has no submodules that Heroku cannot fetch",
    find({ files, texts, appDir }) {
        const urls = urlsOf(appDir === "." ? (texts.get(".gitmodules") ?? "") : "");
        return [...files.values()]
            .filter(({ mode }) => mode === "160000")
            .slice(0, submodules_MOST)
            .map(({ path }) => (appDir === "." ? submodules_remark(path, urls.get(path)) : inFolder(path)));
    },
};
function submodules_remark(path, url) {
    if (url === undefined) {
        return {
            level: "warning",
            file: path,
            line: null,
            problem: `${quote(path)} is a git repository inside of yours, of which the commit only holds a reference, and no .gitmodules says where ` +
                "it comes from. Your disk has its files, Heroku gets none of them.",
            fix: `Take it out and add its files: git rm --cached ${quote(path)}, remove the .git folder in it, git add ${quote(path)}, and commit.`,
        };
    }
    if (!/^https?:\/\//.test(url)) {
        return {
            level: "warning",
            file: ".gitmodules",
            line: null,
            problem: `The submodule ${quote(path)} is fetched over ssh or from a place of your own, and Heroku has no key for it: its files are not there.`,
            fix: "Give the submodule the https address of a public repository, or add its files to this one.",
        };
    }
    return {
        level: "notice",
        file: ".gitmodules",
        line: null,
        problem: `${quote(path)} is a submodule. Heroku fetches it while it builds, which only works as long as anybody may read it.`,
        fix: "Nothing to do if the repository is public. Otherwise install it from a package index, or add its files to this repository.",
    };
}
function inFolder(path) {
    return {
        level: "warning",
        file: path,
        line: null,
        problem: `${quote(path)} is a submodule, and of the folder in \`app-dir\` only the files are pushed: Heroku does not learn where it comes from.`,
        fix: "Add its files to this repository, or install it from requirements.txt.",
    };
}
/** The addresses in a .gitmodules, by path. */
function urlsOf(text) {
    const urls = new Map();
    for (const section of text.split(/^[ \t]*\[/m)) {
        const path = /^[ \t]*path[ \t]*=[ \t]*(.+?)[ \t\r]*$/m.exec(section)?.[1];
        const url = /^[ \t]*url[ \t]*=[ \t]*(.+?)[ \t\r]*$/m.exec(section)?.[1];
        if (path !== undefined && url !== undefined)
            urls.set(path, url);
    }
    return urls;
}

;// CONCATENATED MODULE: ./lib/checks/tree-too-large.js

const MIB = 1024 * 1024;
const LIMIT_MIB = 1024;
const NEAR_MIB = 300;
// Heroku checks out at most 1 GB, and makes a slug of at most 500 MB of it, of which the packages take a part.
const treeTooLarge = {
    id: "tree-too-large",
    title: "The commit is not too large for Heroku",
    find({ files }) {
        const entries = [...files.values()];
        const mib = Math.floor(entries.reduce((sum, { size }) => sum + size, 0) / MIB);
        if (mib < NEAR_MIB)
            return [];
        const isOver = mib >= LIMIT_MIB;
        return [
            {
                level: isOver ? "error" : "warning",
                file: null,
                line: null,
                problem: `The files of the commit come to ${mib} MiB. The largest: ${largest(entries)}. ` +
                    (isOver
                        ? "Heroku checks out 1 GB at most and refuses the push."
                        : "Heroku refuses a slug over 500 MB, in which the installed packages count too, and 1 GB of files before that."),
                fix: "Put data, models and media on a file store such as S3, take them out of git, and name in .slugignore what only development needs.",
            },
        ];
    },
};
function largest(entries) {
    return entries
        .toSorted((a, b) => b.size - a.size)
        .slice(0, 3)
        .map(({ path, size }) => `${quote(path)} (${Math.ceil(size / MIB)} MiB)`)
        .join(", ");
}

;// CONCATENATED MODULE: ./lib/checks/venv-committed.js


const MARK = /^(?:(.*)\/)?pyvenv\.cfg$/s;
// Python's own `venv` writes pyvenv.cfg. The buildpack (v351) looks for it in two places and stops there
// (checks::existing-venv-dir), and at .heroku/python (checks::existing-python-dir).
const venvCommitted = {
    id: "venv-committed",
    title: "No virtual environment is in the commit",
    buildpack: true,
    find({ files, texts }) {
        const hidden = slugignore(texts.get(".slugignore"));
        const kept = [...files.keys()].filter((path) => !hidden.some(({ matches }) => matches(path)));
        const python = kept.find((path) => path.startsWith(".heroku/python/"));
        const remarks = kept.flatMap((path) => {
            const folder = MARK.exec(path)?.[1];
            return folder === undefined ? [] : [venv_committed_remark(path, folder)];
        });
        return python === undefined ? remarks : [...remarks, venv_committed_remark(python, ".heroku/python")];
    },
};
function venv_committed_remark(file, folder) {
    const stops = [".venv", "venv", ".heroku/python"].includes(folder);
    return {
        level: stops ? "error" : "warning",
        file,
        line: null,
        problem: `The commit holds a virtual environment in ${quote(folder)}. It only works on the machine and in the folder that it was made ` +
            `in, and Heroku makes its own from requirements.txt. ${stops ? "The build stops when it sees it." : "It makes the app large, and its packages are not the ones that run."}`,
        fix: `Take it out of git, not off your disk: git rm -r --cached ${quote(folder)}. Add ${quote(`${folder}/`)} to .gitignore and commit.`,
    };
}

;// CONCATENATED MODULE: ./lib/checks/web-server-gunicorn.js


const INSTEAD = "on Heroku gunicorn listens on $PORT by itself.";
/** What to say of the address that gunicorn is given. Without one it takes 0.0.0.0:$PORT by itself. */
function gunicornBind({ modules, contents }) {
    const { binds = [], certain = false } = modules.gunicorn ?? {};
    const unexpanded = binds.find(isUnexpanded);
    const bind = unexpanded ?? binds[0];
    if (!certain || !bind || (!unexpanded && !binds.every(isUnheard)))
        return undefined;
    const { file, text } = bind;
    const written = web_server_gunicorn_lineOf(bind, contents);
    const place = { level: "error", file, line: written?.line ?? bind.line };
    const isPython = file.endsWith(".py");
    const remove = `Remove the ${isPython ? "setting" : "option"}: ${INSTEAD}`;
    if (unexpanded) {
        const problem = `gunicorn is told to listen on ${quote(text)}, letter by letter: no shell puts the port in its place. `;
        const fix = isPython ? remove : `${remove} Or write the address in double quotation marks.`;
        return { ...place, problem: `${problem}gunicorn takes that for no port number and ends at once.`, fix };
    }
    const what = isLoopback(text) ? "which only the dyno itself can reach" : "a port that Heroku does not ask";
    return {
        ...place,
        problem: `gunicorn is told to listen on ${quote(text)}, ${what}. ${UNHEARD}`,
        fix: isPython ? remove : `${remove} Or write \`--bind 0.0.0.0:$PORT\`.`,
        edits: binds.length === 1 && !isPython && written ? web_server_gunicorn_mended(bind, written) : [],
    };
}
/** In single quotation marks a variable stays what it is, and gunicorn puts nothing in its place (27, util.py). */
function isUnexpanded({ text, literal }) {
    return literal && /:\$\{?PORT\b/.test(text) && !isSocket(text);
}
function isUnheard({ text, literal }) {
    return !isSocket(text) && (isLoopback(text) || (literal && !text.includes("$")));
}
function isSocket(text) {
    return /^(?:unix|fd):/.test(text);
}
/** The line that has the address, at which the command begins or goes on; undefined where that is not a single one. */
function web_server_gunicorn_lineOf({ file, line, text }, contents) {
    const lines = (contents.get(file)?.toString("utf8") ?? "").split(/\r?\n/).slice(line - 1);
    const last = lines.findIndex((raw) => !raw.endsWith("\\"));
    const command = last < 0 ? lines : lines.slice(0, last + 1);
    const [at, ...more] = command.flatMap((raw, index) => (raw.includes(text) ? [index] : []));
    if (at === undefined || more.length > 0)
        return undefined;
    return { raw: command[at] ?? "", line: line + at, before: command.slice(0, at).join("") };
}
function web_server_gunicorn_mended({ file, text }, { raw, line, before }) {
    const [start = "", end, ...more] = raw.split(text);
    if (end === undefined || more.length > 0 || isQuoted(before + start))
        return [];
    return [{ kind: "replace", file, from: line, to: line, lines: [`${start}0.0.0.0:$PORT${end}`] }];
}
/** Whether $PORT may stay $PORT behind this; the inner shell of `sh -c '...'` puts the port in its place. */
function isQuoted(before) {
    return before.includes("'") && !/\bsh\s+-[a-z]*c\s+'[^']*$/.test(before);
}

;// CONCATENATED MODULE: ./lib/checks/web-server-in-code.js


/** Modules that serve where the app's own code says, and nowhere else. */
const SERVERS = /^(?:waitress|cheroot|gevent\.pywsgi|eventlet\.wsgi|tornado\.(?:httpserver|web|wsgi)|werkzeug\.serving|wsgiref\.simple_server)$/;
/** The variable itself, and modules that read it unasked, or whose settings need not be written as the variables are. */
const ASKS = /\b(?:PORT|gunicorn|dash|functions_framework|pydantic|pydantic_settings|dynaconf|configargparse)\b/;
/** What to say of a Python program that brings its own server and never asks for the port; silent where not all of it was read. */
function serverInCode({ modules, web, code, contents }) {
    const { start, reached, perhaps, external } = modules;
    if (!web || !start?.isMain || !start.certain || code.hasUnreadable)
        return undefined;
    const server = external.find(({ module }) => SERVERS.test(module));
    const files = [...reached.keys(), ...perhaps.keys()].map((path) => contents.get(path)?.toString() ?? "");
    if (!server || [web.text, ...web.scripts, ...files].some((text) => ASKS.test(text)))
        return undefined;
    return {
        level: "warning",
        problem: `The web process brings its own server (${quote(server.module)}), and neither its command nor the code that it loads asks for PORT. ${UNHEARD}`,
        fix: 'Listen on `int(os.environ["PORT"])` and on 0.0.0.0, or let gunicorn serve the app: it listens there by itself.',
    };
}

;// CONCATENATED MODULE: ./lib/checks/web-server-other.js




const web_server_other_SERVERS = {
    "waitress-serve": {
        byItself: "0.0.0.0:8080",
        hosts: ["--host"],
        ports: ["--port"],
        addresses: ["--listen"],
        elsewhere: /^--(?:unix-socket|app-config)/,
        right: "--port=$PORT",
    },
    uvicorn: {
        byItself: "127.0.0.1:8000",
        hosts: ["--host"],
        ports: ["--port"],
        addresses: [],
        elsewhere: /^--(?:uds|fd|env-file)\b/,
        right: "--host 0.0.0.0 --port $PORT",
    },
    hypercorn: {
        byItself: "127.0.0.1:8000",
        hosts: [],
        ports: [],
        addresses: ["--bind", "-b", "--insecure-bind"],
        elsewhere: /^(?:-c|--config)/,
        right: "--bind 0.0.0.0:$PORT",
    },
};
/** What to say of another server's address. */
function otherServer({ commands, text, scripts }) {
    const whole = [text, ...scripts].join("\n");
    for (const { words, certain, file, line } of commands) {
        const { name, args } = programOf(words);
        const server = Object.hasOwn(web_server_other_SERVERS, name) ? web_server_other_SERVERS[name] : undefined;
        if (!certain || (name !== "uwsgi" && !server))
            continue;
        const advice = server ? addressOf(name, server, args, whole) : uwsgi(args, whole);
        return advice && { file, line, ...advice };
    }
    return undefined;
}
function addressOf(name, server, words, command) {
    if (words.some(({ text }) => server.elsewhere.test(text)) || /\bUVICORN_/.test(command))
        return undefined;
    const address = optionOf(words, server.addresses);
    const host = optionOf(words, server.hosts);
    const port = optionOf(words, server.ports);
    const given = address ?? port;
    if (!given)
        return web_server_other_unheard(name, server, quote(server.byItself));
    if (/^(?:unix|fd):/.test(given.text))
        return undefined;
    if (given.literal && !given.text.includes("$"))
        return web_server_other_unheard(name, server, quote(given.text));
    const reached = address ?? host;
    // Nothing said, a config var may still name the host: uvicorn reads UVICORN_HOST.
    if (!reached && isLoopback(server.byItself))
        return { ...web_server_other_unheard(name, server, "`127.0.0.1`"), level: "warning" };
    return reached && isLoopback(reached.text) ? web_server_other_unheard(name, server, quote(reached.text)) : undefined;
}
function web_server_other_unheard(name, { right }, where) {
    return {
        level: "error",
        problem: `${name} listens on ${where}, and not where Heroku asks. ${UNHEARD}`,
        fix: `Give it the options \`${right}\`.`,
    };
}
/** uWSGI takes its options from files and variables too, so this is no more than likely. */
function uwsgi(words, command) {
    const isOpen = words.some(({ text, literal }) => !literal || /\.(?:ini|ya?ml|xml|json)$|^--?(?:ini|yaml|xml|json)\b/.test(text));
    if (isOpen || /\bUWSGI_/.test(command))
        return undefined;
    return {
        level: "warning",
        problem: `uwsgi is not told to listen on $PORT. ${UNHEARD}`,
        fix: "Give it the option `--http-socket 0.0.0.0:$PORT`.",
    };
}

;// CONCATENATED MODULE: ./lib/checks/web-server.js






// Something in front of the server, or beside it, may be what listens on $PORT.
const PROXY = /nginx|caddy|haproxy|envoy|traefik|varnish|supervisor|honcho|circus/i;
// Heroku gives the web process a port in $PORT, another one at every start, and sends requests there from outside.
const webServer = {
    id: "web-server",
    title: "The web server is one for production and listens where Heroku asks",
    find(project) {
        const { web } = project;
        if (!web || isAlongside(web))
            return [];
        const advice = gunicornBind(project) ??
            flaskRun(project, web) ??
            pythonFile(project) ??
            otherServer(web) ??
            serverInCode(project);
        return advice ? [{ file: web.file, line: web.line, ...advice }] : [];
    },
};
function isAlongside(web) {
    return [web.text, ...web.scripts].some((text) => PROXY.test(text)) || hasBackground(web);
}

;// CONCATENATED MODULE: ./lib/checks/retargeted.js
/** Writes `target`, as `module:attribute`, where another one stands: nothing unless that stands once, in full, on its line. */
function retargeted({ contents }, { file, line, module, attribute }, target) {
    const text = contents.get(file)?.toString("utf8").split(/\r?\n/)[line - 1];
    const [before, after, ...more] = text?.split(`${module}:${attribute}`) ?? [];
    if (before === undefined || after === undefined || more.length > 0)
        return [];
    if (/[\w./-]$/.test(before) || /^[\w.(]/.test(after))
        return [];
    // The shell would stumble over the brackets of a call.
    const quotes = target.endsWith(")") && !/["']$/.test(before) ? '"' : "";
    return [
        { kind: "replace", file, from: line, to: line, lines: [`${before}${quotes}${target}${quotes}${after}`] },
    ];
}

;// CONCATENATED MODULE: ./lib/checks/web-target-attribute.js



const FACTORY = /^(?:create|make|build|get|init)_|factory/i;
const web_target_attribute_USUAL = ["app", "application", "create_app", "make_app", "api", "server", "wsgi", "flask_app"];
/** What to say when the target's module has no such app: `file` is the module's, `source` its facts. */
function missingAttribute(target, file, source, project) {
    const { module, attribute } = target;
    const { files } = project;
    const atTarget = { level: "error", file: target.file, line: target.line };
    const [, name, call] = /^([A-Za-z_]\w*)(\(.*\))?$/s.exec(attribute) ?? [];
    if (name === undefined)
        return /^\w+(?:\.\w+)+(?:\(.*\))?$/s.test(attribute) ? [{ ...atTarget, ...web_target_attribute_dotted(attribute) }] : [];
    const binding = source.names.get(name);
    if (!binding) {
        const submodule = external_node_path_.posix.join(external_node_path_.posix.dirname(file), name);
        const isSubmodule = external_node_path_.posix.basename(file) === "__init__.py" &&
            (files.has(`${submodule}.py`) || files.has(`${submodule}/__init__.py`));
        return source.hasUnseenNames || isSubmodule
            ? []
            : [{ ...atTarget, ...web_target_attribute_absent(name, file, module, source) }];
    }
    if (binding.main)
        return source.hasUnseenNames ? [] : [web_target_attribute_onlyUnderMain(name, file, binding)];
    if (call !== undefined) {
        const advice = wronglyCalled(name, call, binding);
        return advice ? [{ ...atTarget, ...advice }] : [];
    }
    const advice = uncalled(name, module, binding);
    return advice
        ? [{ ...atTarget, ...advice, edits: retargeted(project, target, `${module}:${name}()`) }]
        : [];
}
function web_target_attribute_dotted(attribute) {
    return {
        problem: `gunicorn takes a plain name or a call after the colon, and ${quote(attribute)} is neither. Its workers end with AppImportError.`,
        fix: "Give the object a name of its own in the module, and write that name after the colon.",
    };
}
function web_target_attribute_absent(name, file, module, { names }) {
    const usual = web_target_attribute_USUAL.find((known) => names.has(known) && !names.get(known)?.main);
    const instead = usual && (names.get(usual)?.kind === "function" ? `"${module}:${usual}()"` : `${module}:${usual}`);
    return {
        problem: `gunicorn is told to serve ${quote(name)} of ${quote(file)}, but that file gives nothing this name. Its workers end with AppImportError.`,
        fix: instead
            ? `The file has ${quote(usual ?? "")}: write ${quote(`gunicorn ${instead}`)}.`
            : "After the colon stands the name of the Flask object in that file, as in `app = Flask(__name__)`. Correct either of the two.",
    };
}
function web_target_attribute_onlyUnderMain(name, file, { line }) {
    return {
        level: "error",
        file,
        line,
        problem: `${quote(name)} is only made under \`if __name__ == "__main__"\`. That runs with \`python ${external_node_path_.posix.basename(file)}\` at home, ` +
            "but gunicorn imports the file, and then there is no such name: its workers end with AppImportError.",
        fix: `Move the line that makes ${quote(name)} above the \`if\`, to the margin, and leave only \`app.run()\` under it.`,
    };
}
function uncalled(name, module, { kind, parameters }) {
    if (kind !== "function" || !parameters)
        return undefined;
    // A WSGI function is called with the environment and start_response.
    const takesTwo = parameters.required <= 2 && parameters.most >= 2;
    if (takesTwo && !(FACTORY.test(name) && parameters.required !== 2))
        return undefined;
    return {
        problem: `${quote(name)} is a function that makes the app, not the app: gunicorn calls it for every request, and every page answers 500.`,
        fix: `Call it, in quotation marks: ${quote(`gunicorn "${module}:${name}()"`)}.`,
    };
}
function wronglyCalled(name, call, { kind, parameters }) {
    if (kind !== "function" || !parameters || !/^\(\s*\)$/.test(call) || parameters.required === 0)
        return undefined;
    return {
        problem: `${quote(`${name}()`)} is called without arguments, but the function cannot be called without any. gunicorn's workers end with TypeError.`,
        fix: "Give its parameters default values, or write the arguments, plain literals only, between the brackets.",
    };
}

;// CONCATENATED MODULE: ./lib/checks/web-target-module.js






/** What to say when the commit has no file for the target's module; nothing when an installed package may have it. */
function missingModule(project, target) {
    const advice = fileName(project, target) ??
        slashes(target) ??
        plainFolder(project, target) ??
        otherCase(project, target) ??
        (mayBeInstalled(project, target) ? undefined : (elsewhere(project, target) ?? nowhere(target)));
    return advice ? [{ level: "error", file: target.file, line: target.line, ...advice }] : [];
}
function fileName(project, target) {
    const { module, attribute, root } = target;
    if (!module.endsWith(".py"))
        return undefined;
    const name = module.slice(0, -".py".length).replaceAll("/", ".");
    const exists = project.files.has(external_node_path_.posix.join(root, module));
    return {
        problem: `gunicorn is given ${quote(module)}, ${exists ? "a file, " : ""}but it wants the name of a module, ` +
            "which is the file's name without .py. Its workers end with ModuleNotFoundError.",
        fix: `Write ${quote(`gunicorn ${name}:${attribute}`)}.`,
        edits: exists ? retargeted(project, target, `${name}:${attribute}`) : [],
    };
}
function slashes({ module, attribute }) {
    if (!module.includes("/"))
        return undefined;
    const name = module.replace(/^\.?\//, "").replaceAll("/", ".");
    return {
        problem: `gunicorn is given the path ${quote(module)}, but it wants a module's name, with dots. Its workers end with ModuleNotFoundError.`,
        fix: `Write ${quote(`gunicorn ${name}:${attribute}`)}, or go into the folder with \`--chdir\`.`,
    };
}
function plainFolder({ modules, files }, { module, attribute }) {
    const { entry } = modules;
    if (entry?.kind !== "folder")
        return undefined;
    const inside = ["wsgi", "app", "main", "__main__"].find((name) => files.has(`${entry.path}/${name}.py`));
    return {
        problem: `${quote(module)} is a folder without __init__.py, so there is no ${quote(attribute)} in it for gunicorn to serve.`,
        fix: inside
            ? `If the app is in ${quote(`${entry.path}/${inside}.py`)}, write ${quote(`gunicorn ${module}.${inside}:${attribute}`)}.`
            : "Name the module that makes the app, or commit the folder's __init__.py.",
    };
}
function otherCase(project, target) {
    const { module, attribute, root } = target;
    const base = external_node_path_.posix.join(root, module.replaceAll(".", "/"));
    const wanted = [`${base}.py`, `${base}/__init__.py`].map((path) => path.toLowerCase());
    const path = [...project.files.keys()].find((path) => wanted.includes(path.toLowerCase()));
    if (path === undefined)
        return undefined;
    const name = external_node_path_.posix
        .relative(root, path)
        .replace(/(?:\/__init__)?\.py$/, "")
        .replaceAll("/", ".");
    return {
        problem: `gunicorn is given the module ${quote(module)}, but the commit has ${quote(path)}. A Mac and Windows take either, Heroku's Linux does not.`,
        fix: `Write ${quote(`gunicorn ${name}:${attribute}`)}.`,
        edits: retargeted(project, target, `${name}:${attribute}`),
    };
}
function elsewhere({ files }, { module, attribute }) {
    const base = module.replaceAll(".", "/");
    const path = [...files.keys()]
        .filter((path) => path.endsWith(`/${base}.py`) || path.endsWith(`/${base}/__init__.py`))
        .sort((a, b) => a.length - b.length)[0];
    if (path === undefined)
        return undefined;
    const folder = path.slice(0, path.lastIndexOf(`/${base}`));
    return {
        problem: `gunicorn is told to serve the module ${quote(module)}, and the commit has it only in ${quote(folder)}, where gunicorn ` +
            "does not look: it starts in the root. Its workers end with ModuleNotFoundError.",
        fix: `Write ${quote(`gunicorn --chdir ${folder} ${module}:${attribute}`)}. If the whole app lives there, set \`app-dir\` to that folder instead.`,
    };
}
function nowhere({ module }) {
    return {
        problem: `gunicorn is told to serve the module ${quote(module)}, but the commit has no such file or package. ` +
            "Its workers end with ModuleNotFoundError.",
        fix: "Correct the name, or commit the file: git may ignore it, or nobody has added it yet.",
    };
}
/** Whether a package that Heroku installs may bring the module: then nothing is certain. */
function mayBeInstalled(project, { module }) {
    const { requirements, environment } = project;
    const top = topModule(module);
    if (!requirements)
        return packageLists(project).length > 0;
    const plain = top.replace(/[-_.]/g, "").toLowerCase();
    const isAlike = (key) => key.replaceAll("-", "").includes(plain) || plain.includes(key.replaceAll("-", ""));
    return (!isFullyKnown(requirements) ||
        requirements.entries.some(({ key, url }) => url !== undefined || isAlike(key)) ||
        [...(environment.packages?.values() ?? [])].some(({ imports }) => imports.includes(top)));
}

;// CONCATENATED MODULE: ./lib/checks/web-target.js



// gunicorn imports `module` and takes `attribute` from it when its workers boot. If either is not there they end,
// the web process crashes, and every page answers H10. `flask run` at home searches for the app instead.
const webTarget = {
    id: "web-target",
    title: "The app that gunicorn is told to serve is in the commit",
    buildpack: true,
    find(project) {
        const { gunicorn, webTarget: target, entry, reached } = project.modules;
        if (!gunicorn?.certain || !target || !entry)
            return [];
        if (gunicorn.bareBracket)
            return [refusedByShell(target)];
        if (entry.kind === "unknown")
            return [];
        if (entry.kind !== "file")
            return isOnDisk(project) ? [] : missingModule(project, target);
        const source = reached.get(entry.path);
        return source === undefined || source === "unreadable"
            ? []
            : missingAttribute(target, entry.path, source, project);
    },
};
/** Whether the web line names a file that nobody committed: for file-not-committed to say. */
function isOnDisk({ uncommitted }) {
    return uncommitted.some(({ use }) => use === "procfile");
}
// Heroku starts a process through a shell, where a bracket outside quotation marks is a syntax error.
function refusedByShell({ module, attribute, file, line }) {
    return {
        level: "error",
        file,
        line,
        problem: "The brackets of the app factory are not in quotation marks. Heroku starts the command through a shell, which stops " +
            "with `syntax error near unexpected token`.",
        fix: `Put the target in quotation marks: ${quote(`"${module}:${attribute.replaceAll('"', "'")}"`)}.`,
    };
}

;// CONCATENATED MODULE: ./lib/checks/index.js









































/** Every check, in the order in which their findings are shown. Add yours here. */
const checks = [
    containerDeploy,
    procfileMissing,
    procfileName,
    procfileWeb,
    procfileSyntax,
    webTarget,
    webServer,
    gunicornMissing,
    requirementsMissing,
    packageManagers,
    requirementsUnusable,
    requirementsDrift,
    importNotInstalled,
    knownBreakingPins,
    pythonVersion,
    pythonSyntax,
    pythonRemoved,
    pinsVsPython,
    sqliteOnEphemeralDisk,
    databaseUrlUnused,
    databaseUrlHardcoded,
    postgresScheme,
    postgresDriverMissing,
    postgresDriverDefault,
    createAllContext,
    createAllNeverRuns,
    modelsNotImported,
    migrations,
    caseSensitiveLike,
    secretKeyRandom,
    secretKeyHardcoded,
    dotenvCommitted,
    debugOn,
    fileIgnoredBySlugignore,
    venvCommitted,
    gitLfsPointers,
    submodules,
    treeTooLarge,
    fileNotCommitted,
    localFilesWritten,
];
/** What `skip-checks` may name. */
const checkIds = checks.map(({ id }) => id);
/** Runs the checks but those that a container has no use for, and says of each finding which check made it and where its page is. */
function runChecks(project) {
    return checks
        .filter(({ buildpack }) => !(buildpack && project.container))
        .flatMap(({ id, find }) => find(project).map((remark) => ({ ...remark, check: id, page: (0,failure/* docsPage */.t)(`checks/${id}.md`) })));
}

;// CONCATENATED MODULE: ./lib/checks/turned-off.js
// The whole of a comment up to a reason behind ` -- `, so that a sentence about it turns nothing off.
const IGNORE = /#[ \t]*heroku-check:[ \t]*ignore[ \t]+([a-z][a-z0-9-]*(?:[ \t]*,[ \t]*[a-z][a-z0-9-]*)*)(?:[ \t]*$|[ \t]+--[ \t])/;
const ONLY_COMMENT = /^[ \t]*#/;
const LONGEST_LINE = 4096;
/**
 * Takes out the findings that the user wants no more of, and counts them: those of the checks in `skip`, and those
 * with a comment `# heroku-check: ignore ID, ID` at the end of their line or alone on the line above. For a finding
 * about a whole file that is the file's first line.
 */
function withoutTurnedOff(findings, { contents }, skip) {
    const texts = new Map();
    const linesOf = (file) => {
        const lines = texts.get(file) ?? (contents.get(file)?.toString("utf8") ?? "").split(/\r\n|[\n\r]/);
        texts.set(file, lines);
        return lines;
    };
    const kept = findings.filter(({ check, file, line }) => {
        if (skip.includes(check))
            return false;
        if (file === null)
            return true;
        const lines = linesOf(file);
        const at = (line ?? 1) - 1;
        const above = lines[at - 1] ?? "";
        const ids = [...ignoredIn(lines[at]), ...(ONLY_COMMENT.test(above) ? ignoredIn(above) : [])];
        return !ids.includes(check);
    });
    return { findings: kept, ignored: findings.length - kept.length };
}
function ignoredIn(line = "") {
    const ids = line.length > LONGEST_LINE ? undefined : IGNORE.exec(line)?.[1];
    return ids?.split(",").map((id) => id.trim()) ?? [];
}

;// CONCATENATED MODULE: ./lib/report/apply-edits.js
// Python, pip and git must agree on what line 7 is. They do unless one of these ends a line for one of them only.
const ODD_LINE_END = /\r(?!\n)|[\v\f\x1c-\x1e\x85\u2028\u2029]/;
/**
 * What the edits come to, file by file, in the order of the edits. Of edits that contradict each other the first
 * wins; one that does not fit the commit, or a file that is not plain UTF-8 text, is left out. Never throws.
 */
function applyEdits(edits, commit) {
    const taken = new Set();
    const changes = [];
    for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
        if (!isUsable(file))
            continue;
        const change = commit.files.has(file) ? changed(file, own, commit, taken) : created(file, own, taken);
        if (!change)
            continue;
        for (const path of [change.from, change.to])
            if (path !== null)
                taken.add(path);
        changes.push(change);
    }
    return changes;
}
function created(file, edits, taken) {
    const edit = edits.find(({ kind }) => kind === "create");
    if (edit?.kind !== "create" || taken.has(file))
        return undefined;
    return { from: null, to: file, mode: "100644", lines: linesOf(edit.text).map(signed("+")) };
}
function changed(file, edits, { files, contents }, taken) {
    if (taken.has(file))
        return undefined;
    const mode = files.get(file)?.mode ?? "";
    const text = plainText(contents.get(file));
    const [first] = edits.filter(({ kind }) => kind !== "create");
    if (first?.kind === "delete") {
        return text === undefined
            ? undefined
            : { from: file, to: null, mode, lines: linesOf(text).map(signed("-")) };
    }
    const rename = edits.find((edit) => edit.kind === "rename" &&
        isUsable(edit.to) &&
        !files.has(edit.to) &&
        !taken.has(edit.to) &&
        edit.to !== file);
    const to = rename?.kind === "rename" ? rename.to : file;
    const lines = text === undefined ? [] : edited(text, edits);
    return to !== file || lines.some(({ sign }) => sign !== " ") ? { from: file, to, mode, lines } : undefined;
}
/** The lines of a text with those edits that fit it and each other. */
function edited(text, edits) {
    const old = linesOf(text);
    const end = /\r?\n/.exec(text)?.[0] ?? "\n";
    const spans = [];
    for (const edit of edits) {
        const span = spanOf(edit, old.length);
        if (span && !spans.some((other) => clash(span, other)))
            spans.push(span);
    }
    spans.sort((a, b) => a.from - b.from || a.to - b.to);
    const lines = [];
    let next = 1;
    for (const span of spans) {
        lines.push(...old.slice(next - 1, span.from - 1).map(signed(" ")));
        lines.push(...old.slice(span.from - 1, span.to).map(signed("-")));
        lines.push(...linesOf(span.lines.map((line) => line + end).join("")).map(signed("+")));
        next = span.to + 1;
    }
    return endingLines([...lines, ...old.slice(next - 1).map(signed(" "))], end);
}
/** The lines `from` to `to` that an edit replaces; none, with `to` before `from`, when it inserts. */
function spanOf(edit, count) {
    if (edit.kind === "insert" && edit.after >= 0) {
        const after = Math.min(edit.after, count);
        return { from: after + 1, to: after, lines: edit.lines };
    }
    if (edit.kind === "replace" && edit.from >= 1 && edit.from <= edit.to && edit.to <= count)
        return edit;
    return undefined;
}
/** Whether two spans share a line, one inserts into the other, or both insert the same. */
function clash(one, other) {
    if (one.from > one.to && other.from > other.to)
        return one.from === other.from && one.lines.join("\n") === other.lines.join("\n");
    return one.from <= other.to && other.from <= one.to;
}
/** A last line without an end gets one when something comes to stand behind it. */
function endingLines(lines, end) {
    return lines.flatMap((line, index) => {
        const isOpen = line.sign === " " && !line.text.endsWith("\n") && index < lines.length - 1;
        return isOpen ? [signed("-")(line.text), signed("+")(line.text + end)] : [line];
    });
}
function plainText(bytes) {
    const text = bytes?.toString("utf8");
    if (text === undefined || text.includes("\0") || ODD_LINE_END.test(text))
        return undefined;
    return bytes?.equals(Buffer.from(text)) ? text : undefined;
}
function linesOf(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function signed(sign) {
    return (text) => ({ sign, text });
}
/** A name that was no UTF-8 in git, or that leads out of the app's folder, cannot be patched. */
function isUsable(path) {
    return path !== "" && !path.includes("\uFFFD") && !path.split("/").includes("..") && !path.startsWith("/");
}

;// CONCATENATED MODULE: ./lib/report/patch.js


/**
 * All edits as one unified diff that `git apply` takes at the root of the repository, with so many lines of `context`
 * around each change; null when they change nothing. Edits that contradict an earlier one or do not fit the commit are
 * left out.
 */
function patchOf(edits, commit, context = 3) {
    return (applyEdits(edits, commit)
        .map((change) => fileDiff(change, commit.appDir, context))
        .join("") || null);
}
/** The whole text of a file after the edits; null when they leave it alone. */
function correctedText(file, edits, commit) {
    const change = applyEdits(edits, commit).find(({ to, lines }) => to === file && lines.length > 0);
    return change ? change.lines.map(({ sign, text }) => (sign === "-" ? "" : text)).join("") : null;
}
function fileDiff({ from, to, mode, lines }, appDir, context) {
    const name = (side, path) => quoted(`${side}/${external_node_path_.posix.join(appDir, path)}`);
    const old = from ?? to ?? "";
    const now = to ?? from ?? "";
    const head = [`diff --git ${name("a", old)} ${name("b", now)}`];
    if (from === null)
        head.push(`new file mode ${mode}`);
    if (to === null)
        head.push(`deleted file mode ${mode}`);
    if (from !== null && to !== null && from !== to) {
        head.push(`rename from ${quoted(external_node_path_.posix.join(appDir, from))}`, `rename to ${quoted(external_node_path_.posix.join(appDir, to))}`);
    }
    const hunks = hunksOf(lines, context);
    if (hunks !== "") {
        head.push(`--- ${from === null ? "/dev/null" : name("a", from)}`);
        head.push(`+++ ${to === null ? "/dev/null" : name("b", to)}`);
    }
    return `${head.join("\n")}\n${hunks}`;
}
/** Git's hunks: the changed lines with the lines around them, those that touch in one. */
function hunksOf(lines, context) {
    const ranges = [];
    for (const [index, { sign }] of lines.entries()) {
        if (sign === " ")
            continue;
        const last = ranges.at(-1);
        const start = Math.max(0, index - context);
        const end = Math.min(lines.length, index + context + 1);
        if (last && start <= last.end)
            last.end = end;
        else
            ranges.push({ start, end });
    }
    let text = "";
    let done = 0;
    const at = { old: 0, now: 0 };
    for (const { start, end } of ranges) {
        const before = sizes(lines.slice(done, start));
        const shown = lines.slice(start, end);
        const { old, now } = sizes(shown);
        const range = (passed, size) => `${passed + (size > 0 ? 1 : 0)},${size}`;
        text += `@@ -${range(at.old + before.old, old)} +${range(at.now + before.now, now)} @@\n`;
        text += shown.map(lineText).join("");
        at.old += before.old + old;
        at.now += before.now + now;
        done = end;
    }
    return text;
}
function sizes(lines) {
    const kept = (other) => lines.filter(({ sign }) => sign !== other).length;
    return { old: kept("+"), now: kept("-") };
}
function lineText({ sign, text }) {
    return sign + text + (text.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
}
/** A path as git's diffs quote it (git-config, core.quotePath): everything unusual as octal bytes. */
function quoted(path) {
    if (/^[\w./+@-]+$/.test(path))
        return path;
    const escaped = Array.from(Buffer.from(path), (byte) => {
        const character = String.fromCharCode(byte);
        if (character === '"' || character === "\\")
            return `\\${character}`;
        return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, "0")}`;
    });
    return `"${escaped.join("")}"`;
}

;// CONCATENATED MODULE: ./lib/report/inspect.js



/** Where people look for what is wrong with an app as a whole. */
const ANCHORS = ["Procfile", "requirements.txt"];
/** Runs all checks; the findings of those in `skip` are only counted. */
function inspect_inspect(project, { skip }) {
    const { findings, ignored } = withoutTurnedOff(runChecks(project), project, skip);
    const edits = findings.flatMap((finding) => finding.edits ?? []);
    return {
        anchor: anchorOf(project),
        findings: findings.map((finding) => withDiff(finding, project)),
        ignored,
        patch: patchOf(edits, project),
        correctedRequirements: correctedText("requirements.txt", edits, project),
    };
}
/** One of those files, else one at the root of the app, else any. */
function anchorOf({ files }) {
    const all = [...files.keys()];
    const atRoot = all.find((path) => !path.includes("/"));
    return ANCHORS.find((path) => files.has(path)) ?? atRoot ?? all[0] ?? null;
}
// One line around a change is enough to find it by; the whole patch has git's three.
const inspect_CONTEXT = 1;
function withDiff(finding, project) {
    const diff = patchOf(finding.edits ?? [], project, inspect_CONTEXT);
    return diff === null ? finding : { ...finding, diff };
}

;// CONCATENATED MODULE: ./lib/check-folder.js








/**
 * Runs the checks on any folder: on the commit that its git repository is at, with the folder as the app's, or on
 * the files as they lie. Throws Failure when it cannot: FOLDER_MISSING, FOLDER_NOT_COMMITTED, FOLDER_TOO_LARGE, and
 * what git and the `python` input throw.
 */
async function checkFolder(written, options) {
    const folder = await (0,promises_namespaceObject.realpath)(written).catch(() => undefined);
    if (folder === undefined || !(await (0,promises_namespaceObject.stat)(folder)).isDirectory())
        throw check_folder_missing();
    const temp = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_.join)(await (0,promises_namespaceObject.realpath)((0,external_node_os_namespaceObject.tmpdir)()), "flask-heroku-check-"));
    try {
        const root = options.worktree ? undefined : await repositoryAround(folder);
        const project = await (root === undefined
            ? readProject(workTree(folder), asked(".", folder, temp, options))
            : readCommit(root, folder, temp, options));
        return { ...inspect_inspect(project, { skip: [] }), index: project.index };
    }
    finally {
        await (0,promises_namespaceObject.rm)(temp, { recursive: true, force: true });
    }
}
async function readCommit(root, folder, temp, options) {
    const git = await openGit({
        workspace: root,
        temp,
        githubToken: undefined,
        serverUrl: "https://github.com",
        log: { foreign: options.onForeign },
    });
    try {
        const appDir = (0,external_node_path_.relative)(root, folder).replaceAll(external_node_path_.sep, "/") || ".";
        return await readProject(git, asked(appDir, root, temp, options));
    }
    catch (error) {
        throw error instanceof failure/* Failure */.H && error.code === "APP_DIR_MISSING" ? check_folder_notCommitted() : error;
    }
    finally {
        await git.close();
    }
}
function asked(appDir, workspace, temp, options) {
    const { python, packageIndex } = options;
    return { appDir, python, packageIndex, stack: undefined, run: { workspace }, temp };
}
/** The nearest folder from here up with a `.git` in it, which may be a file: a worktree's or a submodule's. */
async function repositoryAround(folder) {
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        if (await (0,promises_namespaceObject.lstat)((0,external_node_path_.join)(at, ".git")).catch(() => undefined))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return undefined;
    }
}
function check_folder_missing() {
    return new failure/* Failure */.H("FOLDER_MISSING", "There is no folder of that name.", {
        fix: "Give the path of the folder that holds the app.",
    });
}
function check_folder_notCommitted() {
    return new failure/* Failure */.H("FOLDER_NOT_COMMITTED", "The last commit of the repository has nothing of this folder.", {
        fix: "Commit the app first, or read its files as they lie with `--worktree`.",
    });
}


/***/ }),

/***/ 684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ traceOf)
});

// UNUSED EXPORTS: explain

// EXTERNAL MODULE: ./lib/failure.js
var failure = __nccwpck_require__(957);
;// CONCATENATED MODULE: ./lib/heroku/api-error.js
/**
 * What is kept of a request that failed. Made anew, so that nothing of the request's headers or body, and
 * no text of the answer beyond Heroku's own error id, lives on in it. `hint` is Heroku's message: it is
 * matched to tell cases apart and never shown.
 */
class api_error_ApiError extends Error {
    name = "ApiError";
    method;
    path;
    /** 0 when no usable answer came: dropped, timed out, cut off, or not JSON. */
    status;
    /** Heroku's error id, for example `not_found`; empty without one. */
    id;
    requestId;
    retryAfterMs;
    #hint;
    constructor(request, answer) {
        super(`${request.method} ${request.path} answered ${answer.status || "nothing usable"}`);
        this.method = request.method;
        this.path = request.path;
        this.status = answer.status;
        this.id = answer.id ?? "";
        this.requestId = answer.requestId ?? "";
        this.retryAfterMs = answer.retryAfterMs;
        this.#hint = answer.hint ?? "";
    }
    /** Whether Heroku's message says this. Private otherwise: foreign text must not reach a display. */
    says(pattern) {
        return pattern.test(this.#hint);
    }
}
/** Whether `error` is Heroku's answer with this HTTP status. */
function answered(error, status) {
    return error instanceof api_error_ApiError && error.status === status;
}

;// CONCATENATED MODULE: ./lib/heroku/retry.js

const SAFE_SENDS = 6;
const CREATE_SENDS = 3;
const BASE_MS = 500;
const CAP_MS = 20_000;
const RETRY_AFTER_CAP_MS = 120_000;
/** Heroku's data is eventually consistent: a look right after an unclear create may miss what it made. */
const LOOK_BACK_MS = 2_000;
const TRANSIENT = new Set([0, 408, 425, 429, 500, 502, 503, 504]);
/** Whether the same request may go well a moment later. Everything else is an answer to be taken as it is. */
function retry_isTransient(error) {
    return error instanceof ApiError && TRANSIENT.has(error.status);
}
/** How long to wait before try number `next` (2, 3, ...), in ms: full jitter, or what Heroku asked for. */
function waitBefore(next, error, random) {
    if (error.retryAfterMs !== undefined)
        return Math.min(error.retryAfterMs, RETRY_AFTER_CAP_MS);
    const base = error.status === 429 ? 15_000 : BASE_MS;
    return Math.round(random * Math.min(CAP_MS, base * 2 ** (next - 2))) + (error.status === 429 ? 5_000 : 0);
}
/** Sends a request that may be repeated without harm until it is answered; throws the last ApiError. */
async function sendSafely(request, send, clock) {
    for (let attempt = 1;; attempt++) {
        try {
            return await send(request);
        }
        catch (error) {
            if (!retry_isTransient(error) || attempt === SAFE_SENDS)
                throw error;
            await clock.sleep(waitBefore(attempt + 1, error, Math.random()));
        }
    }
}
/**
 * Sends a create. Heroku has no idempotency key, so after an unclear answer it looks for what may have been
 * made, by `find`, and takes that; only when nothing is there is the request sent again.
 */
async function sendCreate(send, find, clock) {
    for (let attempt = 1;; attempt++) {
        try {
            return await send();
        }
        catch (error) {
            if (!retry_isTransient(error))
                throw error;
            await clock.sleep(Math.max(LOOK_BACK_MS, waitBefore(attempt + 1, error, Math.random())));
            const made = await find();
            if (made !== undefined)
                return made;
            if (attempt === CREATE_SENDS)
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/heroku/api-failure.js


/** The account has no payment method. */
function unverified() {
    return new Failure("ACCOUNT_UNVERIFIED", "Heroku creates apps and databases only for accounts with a payment method.", {
        fix: "Add one at https://heroku.com/verify, then run the workflow again: it goes on where it stopped.",
    });
}
/** The account is behind with payments. */
function delinquent() {
    return new Failure("ACCOUNT_DELINQUENT", "The Heroku account has unpaid invoices, so Heroku takes no changes.", {
        fix: "Settle them at https://dashboard.heroku.com/account/billing, then run the workflow again.",
    });
}
/** The account is suspended. */
function suspended() {
    return new Failure("ACCOUNT_SUSPENDED", "Heroku has suspended this account.", {
        fix: "Write to Heroku's support at https://help.heroku.com.",
    });
}
/**
 * What a refused or unanswered request means to the user, where the step has no word of its own for it
 * (Dev Center, Platform API reference, Errors).
 */
function api_failure_apiFailure(error) {
    if (error.status === 401) {
        return new Failure("KEY_REFUSED", "Heroku refused the API key.", {
            fix: "Make a new key on https://dashboard.heroku.com/account/applications (or with `heroku authorizations:create`) and store it in the secret behind `heroku-api-key`.",
        });
    }
    if (error.id.startsWith("verification_") || error.says(/heroku\.com\/verify/))
        return unverified();
    if (error.id === "delinquent")
        return delinquent();
    if (error.id === "suspended")
        return suspended();
    if (error.id === "two_factor") {
        return new Failure("TWO_FACTOR", "Heroku wants a second factor for this account, which a workflow cannot give.", {
            fix: "Use a key made with `heroku authorizations:create`, which needs none.",
        });
    }
    if (error.status === 403) {
        return new Failure("ACCESS_DENIED", "The key's account has no right to do this on the Heroku app.", {
            fix: "Have the app's owner add the account as a collaborator with the rights deploy, operate and manage. A key with a narrow scope is refused too: make it without `--scope`.",
        });
    }
    if (error.status === 404) {
        return new Failure("APP_GONE", "Something of the Heroku app that was there is gone: the app was changed or deleted meanwhile.", {
            fix: "See what is left on https://dashboard.heroku.com, then run the workflow again.",
        });
    }
    if (error.status === 429) {
        return new Failure("RATE_LIMITED", "The account has used up its requests to Heroku for now.", {
            fix: "Wait some minutes, then run the workflow again. Heroku refills about 75 requests a minute.",
        });
    }
    if (isTransient(error)) {
        return new Failure("HEROKU_UNAVAILABLE", `Heroku did not answer as it should, several times in a row${reference(error)}.`, {
            fix: "Look at https://status.heroku.com, then run the workflow again: it goes on where it stopped.",
        });
    }
    return new Failure("HEROKU_REFUSED", `Heroku refused a request of this action${reference(error)}.`, {
        fix: "Run the workflow again. If it happens twice, please open an issue with this line.",
    });
}
function reference(error) {
    const request = /^[\w-]{1,100}$/.test(error.requestId) ? `, request ${error.requestId}` : "";
    return error.status === 0 ? "" : ` (status ${error.status}${request})`;
}

;// CONCATENATED MODULE: ./lib/explain.js




/** Whatever was thrown, in words for the user. What is none of theirs is a mistake of ours: its stack goes to the log. */
function explain(error, log) {
    const { code, message, fix, page } = asFailure(error, log);
    return { code, problem: message, fix, page };
}
/** The lines that tell where a mistake of ours was made. They may hold anything: foreign to every log. */
function traceOf(error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : "thrown without an error object";
    return trace.split("\n");
}
function asFailure(error, log) {
    if (error instanceof Failure)
        return error;
    if (error instanceof ApiError)
        return apiFailure(error);
    if (error instanceof Cancelled) {
        return new Failure("CANCELLED", "The run was cancelled.", {
            fix: "Run the workflow again: it goes on where this run stopped.",
        });
    }
    for (const line of traceOf(error))
        log.foreign(line);
    return new Failure("BUG", "This action made a mistake; it is not your app's fault.", {
        fix: "Please open an issue with the lines above: https://github.com/org/flask-heroku-deploy/issues.",
    });
}


/***/ }),

/***/ 957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   t: () => (/* binding */ docsPage)
/* harmony export */ });
const DOCS = "https://github.com/org/flask-heroku-deploy/blob/v1/docs";
/** The address of a page of ours, from its path below docs/ (an anchor may follow). */
function docsPage(path) {
    return `${DOCS}/${path}`;
}
/**
 * A stop that the user can act on: what happened, what to do, where to read. Anything else that is
 * thrown is a bug of ours. No part of it may quote a secret, a rejected value or raw foreign text.
 */
class Failure extends Error {
    name = "Failure";
    /** Stable, for machines: the `error-code` output. Every code has a heading in docs/troubleshooting.md. */
    code;
    fix;
    page;
    /** `page` is a path below docs/; without one it is the code's heading in troubleshooting.md. */
    constructor(code, problem, help) {
        super(problem);
        this.code = code;
        this.fix = help.fix;
        this.page = docsPage(help.page ?? `troubleshooting.md#${code.toLowerCase()}`);
    }
}


/***/ }),

/***/ 823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ indexSource)
/* harmony export */ });
const PUBLIC = "https://pypi.org/simple/";
/**
 * The index that pip of this job would ask: PyPI, or what PIP_INDEX_URL names. Undefined when it may ask none
 * (PIP_NO_INDEX), or when packages may come from yet another (PIP_EXTRA_INDEX_URL, also as a config var of the app,
 * the only one that Heroku gives to pip).
 */
function indexSource(env, configVars = {}) {
    const isOff = /^(?:1|y|yes|t|true|on)$/i.test(env.PIP_NO_INDEX ?? "");
    if (isOff || env.PIP_EXTRA_INDEX_URL || configVars.PIP_EXTRA_INDEX_URL)
        return undefined;
    try {
        const url = new URL((env.PIP_INDEX_URL || PUBLIC).replace(/\/*$/, "/"));
        const login = decodeURIComponent(`${url.username}:${url.password}`);
        url.username = "";
        url.password = "";
        const authorization = login === ":" ? undefined : `Basic ${Buffer.from(login).toString("base64")}`;
        const isPublic = url.href === PUBLIC;
        return /^https?:$/.test(url.protocol) ? { isPublic, url, authorization } : undefined;
    }
    catch {
        // What is no URL names no index; it is not quoted, since it may hold a password.
        return undefined;
    }
}


/***/ }),

/***/ 279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ lintJson),
  x: () => (/* binding */ lintLines)
});

;// CONCATENATED MODULE: ./lib/report/json.js
/** The report as the JSON that docs/report.md documents, field by field: what is added to Report is not in it by itself. */
function reportJson(report) {
    const { result, mode, commit, skipped, app, release, database, steps, findings, ignored, patch, correctedRequirements, tables, live, removed, rehearsal, logTail, comment, deployment, left, next, error, } = report;
    const contract = {
        result,
        mode,
        commit,
        skipped,
        app: app && { name: app.name, url: app.url },
        release: release && { version: release.version, commit: release.commit, status: release.status },
        database,
        steps: steps.map(({ id, status, detail, ms }) => ({ id, status, detail, ms })),
        findings: findings.map((finding) => ({
            ...findingJson(finding),
            diff: finding.diff ?? null,
            rehearsed: finding.rehearsed ?? null,
        })),
        ignored,
        patch,
        correctedRequirements,
        tables: tables && tablesJson(tables),
        live: live && { version: live.version, commit: live.commit },
        removed,
        rehearsal: rehearsal && { differences: rehearsal.differences },
        logTail,
        comment,
        deployment: deployment && { environment: deployment.environment, state: deployment.state },
        left,
        next,
        error: error && { code: error.code, problem: error.problem, fix: error.fix, page: error.page },
    };
    return `${JSON.stringify(contract, null, 2)}\n`;
}
/** What the JSON report and `script/check --json` both say of a finding. */
function findingJson({ check, level, file, line, problem, fix, page }) {
    return { check, level, file, line, problem, fix, page };
}
/** Tables as they stand in the JSON report; the `tables` output has all but their shapes. */
function tablesJson({ created, existing, missingColumns, absent, schema, }) {
    return {
        created,
        existing,
        missingColumns: missingColumns.map(({ table, column, ddl }) => ({ table, column, ddl })),
        absent,
        schema: schema.map(({ table, columns, foreignKeys }) => ({
            table,
            columns: columns.map(({ name, type, primaryKey }) => ({ name, type, primaryKey })),
            foreignKeys: foreignKeys.map(({ columns, target, references }) => ({ columns, target, references })),
        })),
    };
}

// EXTERNAL MODULE: ./lib/report/untrusted.js
var untrusted = __nccwpck_require__(536);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __nccwpck_require__(191);
;// CONCATENATED MODULE: ./lib/report/lint.js



/** Findings as a linter prints them, in the order of the files: place, level, check, and below them what and how. */
function lintLines({ findings, ignored }) {
    const place = ({ file, line }) => [file ?? ".", line].filter((part) => part !== null).join(":");
    const inOrder = findings.toSorted((a, b) => compare(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0));
    return [
        ...inOrder.flatMap((finding) => [
            `${place(finding)}: ${finding.level} ${finding.check}`,
            `  ${finding.problem}`,
            `  ${finding.fix}`,
            `  ${finding.page}`,
            "",
        ]),
        (0,words/* findingCounts */.s_)(findings),
        ...(ignored > 0 ? [(0,words/* turnedOff */.A1)(ignored)] : []),
    ].map((line) => (line.startsWith("  ") ? `  ${(0,untrusted/* oneLine */.TN)(line)}` : (0,untrusted/* oneLine */.TN)(line)));
}
/** Findings for other programs, as JSON. */
function lintJson({ findings }) {
    return `${JSON.stringify({ findings: findings.map(findingJson) }, null, 2)}\n`;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/* unused harmony exports visibleLines, logLines, disarmed */
/** Characters kept of one foreign line: longer ones are no longer read by anybody. */
const LINE_CAP = 4096;
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;
// CSI, OSC up to its end, and the two-character sequences of ECMA-48. What is left of a broken one loses its
// escape character below and is then plain text.
const ANSI = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]/g;
// C0, C1, zero-width, bidi and other marks that no reader sees. .NET's culture-aware search skips them, so for
// the runner `:` + zero-width + `:` would still be `::`.
const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const unchanged = (text) => text;
/**
 * Foreign text as visible lines: every line end is one, escape sequences and unseen characters are gone, no line
 * is longer than 4096 characters. `redact` runs before and after the cleaning, since an escape sequence inside
 * a secret hides it from the first pass; and always before the cut.
 */
function visibleLines(text, redact = unchanged) {
    return redact(text)
        .split(LINE_END)
        .map((line) => capped(redact(line.replace(ANSI, "").replace(UNSEEN, ""))));
}
/** Foreign text as one visible line. */
function oneLine(text) {
    return visibleLines(text).join(" ").replaceAll("\t", " ").trim();
}
/** Foreign text for the log: no line of it is a command to the runner. */
function logLines(text, redact = unchanged) {
    return visibleLines(text, redact).map(disarmed);
}
/**
 * A line that neither of the runner's two parsers takes for a command: one obeys `::command::` after blanks, the
 * other `##[command]` anywhere (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
function disarmed(line) {
    return line.replace(/:(?=:)/g, ": ").replaceAll("##[", "## [");
}
function capped(line) {
    const kept = [...line.slice(0, 2 * LINE_CAP)].slice(0, LINE_CAP).join("");
    return kept === line ? line : `${kept} … (${line.length - kept.length} more characters)`;
}


/***/ }),

/***/ 191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ turnedOff),
/* harmony export */   s_: () => (/* binding */ findingCounts),
/* harmony export */   tp: () => (/* binding */ notIndexed)
/* harmony export */ });
/* unused harmony exports LEVELS, worstFirst, counted, duration, shortCommit */
/** The worst first. */
const LEVELS = ["error", "warning", "notice"];
/** Findings by level, in the order given within each. */
function worstFirst(findings) {
    return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}
/** `1 error`, `2 errors`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
/** `2 errors, 1 warning`, or `nothing found`. */
function findingCounts(findings) {
    const counts = LEVELS.map((level) => ({
        level,
        count: findings.filter((finding) => finding.level === level).length,
    }));
    const found = counts.filter(({ count }) => count > 0).map(({ level, count }) => counted(count, level));
    return found.join(", ") || "nothing found";
}
/** Which pins are not compared with the package index, and why; empty when all are. */
function notIndexed(index) {
    if (index.packages === null)
        return `The pins are not compared with the package index: ${index.reason}.`;
    const [are, them] = index.unanswered === 1 ? ["is", "it"] : ["are", "them"];
    return index.unanswered === 0
        ? ""
        : `${counted(index.unanswered, "pin")} ${are} not compared with the package index: it did not answer about ${them}.`;
}
/** `2 findings are turned off ...`; empty for none. */
function turnedOff(ignored) {
    const are = ignored === 1 ? "is" : "are";
    return ignored === 0
        ? ""
        : `${counted(ignored, "finding")} ${are} turned off, by skip-checks or by a comment in the file.`;
}
/** `0.4 s`, `12 s`, `3 min 5 s`. */
function duration(ms) {
    if (ms < 9_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** A commit as people write it. */
function shortCommit(commit) {
    return commit.slice(0, 7);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(91);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
