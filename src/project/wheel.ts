import { HEROKU_PYTHONS } from "./python-version.ts";

/** A wheel's file name, taken apart (packaging.python.org, Binary distribution format). */
export type WheelName = {
  readonly version: string;
  /** `cp312-cp312-manylinux_2_17_x86_64`. */
  readonly tags: string;
};

/** What a wheel's tags say. */
export type WheelTags = {
  /** The Pythons of Heroku's that it can be installed on, as `major.minor`. */
  readonly pythons: readonly string[];
  /** Whether it holds code that was compiled for Linux on x86-64. */
  readonly compiled: boolean;
};

const NAME = /^[^-]+-(?<version>[^-]+)(?:-\d[^-]*)?-(?<tags>[^-]+-[^-]+-[^-]+)\.whl$/;
// The glibc behind the old names (PEP 600).
const GLIBC: Readonly<Record<string, number>> = { "1": 5, "2010": 12, "2014": 17 };

// The glibc 2.x of the stacks: Ubuntu 22.04's, 24.04's and 26.04's. An app without the input has most likely the second.
const STACKS: Readonly<Record<string, number>> = { "heroku-22": 35, "heroku-24": 39, "heroku-26": 43 };

/** The number of the glibc 2.x on a stack of Heroku's. */
export function glibcOn(stack = ""): number {
  return STACKS[stack] ?? 39;
}

/** Reads a wheel's file name; undefined when it is none. */
export function readWheelName(file: string): WheelName | undefined {
  const { version, tags } = NAME.exec(file)?.groups ?? {};
  return version === undefined || tags === undefined ? undefined : { version, tags };
}

/** Reads the tags of a wheel, for a glibc 2.x of this number. */
export function readWheelTags(tags: string, glibc: number): WheelTags {
  const [pythons = [], abis = [], platforms = []] = tags.split("-").map((part) => part.split("."));
  const needs = platforms.map(glibcOf).filter((needed) => needed !== undefined);
  const isHere = platforms.includes("any") || needs.some((needed) => needed <= glibc);
  return {
    pythons: isHere ? HEROKU_PYTHONS.filter((minor) => suits(minor, pythons, abis)) : [],
    compiled: needs.length > 0,
  };
}

/** The number of the glibc 2.x that a platform tag needs on x86-64; undefined for every other platform. */
function glibcOf(platform: string): number | undefined {
  if (platform === "linux_x86_64") return 0;
  const [, minor, old = ""] = /^manylinux(?:_2_(\d+)|(1|2010|2014))_x86_64$/.exec(platform) ?? [];
  return minor === undefined ? GLIBC[old] : Number(minor);
}

/** Whether CPython of this version takes one of the tags (packaging.python.org, Platform compatibility tags). */
function suits(minor: string, pythons: readonly string[], abis: readonly string[]): boolean {
  const own = Number(minor.split(".")[1]);
  return pythons.some((tag) => {
    const [, kind, digits = ""] = /^(py|cp)3(\d*)$/.exec(tag) ?? [];
    const from = Number(digits);
    if (kind === "py") return abis.includes("none") && from <= own;
    if (kind !== "cp") return false;
    const isOwn = from === own && (abis.includes(`cp3${own}`) || abis.includes("none"));
    return isOwn || (abis.includes("abi3") && from <= own);
  });
}
