import type { Files } from "./source.ts";

/** A package in the app's folder lib/, built without an index; `onBuild` is Python that runs while it is built. */
export function ownPackage(name: string, module: string, onBuild = ""): Files {
  return {
    [`lib/${name}/pyproject.toml`]: `
[project]
name = "${name}"
version = "1.0"

[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
`,
    [`lib/${name}/backend.py`]: `
import os, zipfile

${onBuild}

def build_wheel(folder, *_):
    wheel_name = "${name}-1.0-py3-none-any.whl"
    info = "${name}-1.0.dist-info"
    with zipfile.ZipFile(f"{folder}/{wheel_name}", "w") as wheel:
        wheel.write("${name}.py")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: ${name}\\nVersion: 1.0\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return wheel_name
`,
    [`lib/${name}/${name}.py`]: module,
  };
}
