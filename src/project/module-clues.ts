const NAMES_A_MODULE =
  /\b(?:from_object|from_pyfile|from_envvar|import_string|import_module)\(\s*["']([\w./:]{1,200})["']/g;

const TELLING =
  /(?:^|\/)(?:[^/]*(?:config|settings|models?)[^/]*|(?:models?|entities|config|settings)\/[^/]+)\.py$/i;
const FOLDERS_APART =
  /(?:^|\/)(?:tests?|testing|migrations|alembic|scripts?|docs?|examples?|v?env|\.[^/]+|node_modules|site-packages)\//i;
const FILES_APART = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|gunicorn[._]conf(?:ig)?|setup)\.py$/i;

/** The modules, classes and files that Python names in strings: `from_object("config.Production")`. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(NAMES_A_MODULE)].map(([, name = ""]) => name);
}

/** Whether a file holds, by its name, configuration or models of the app. */
export function isTelling(path: string): boolean {
  return TELLING.test(path) && !FOLDERS_APART.test(path) && !FILES_APART.test(path);
}
