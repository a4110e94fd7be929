export type InstallCommand = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** How a package manager of this machine installs what its files list. */
export type Installer = {
  /** The command as the buildpack shows it. */
  readonly shown: string;
  /** The version that runs here. */
  readonly version: string;
  /** The files in the app's root that say what is installed; the first is a must. */
  readonly files: readonly string[];
  /** Found in those files where something comes from the app's own folders: they alone do not say what is installed then. */
  readonly ownFiles: RegExp;
  /** True when the virtual environment needs a pip of its own. */
  readonly pipInside: boolean;
  /** Puts setuptools into a virtual environment before the app's packages, where the buildpack does. */
  readonly setuptools?: (venv: string) => InstallCommand;
  /** The command that fills a virtual environment, run in the app's root. */
  readonly command: (venv: string) => InstallCommand;
};
