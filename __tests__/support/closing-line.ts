import type { Reporter, TestModule } from "vitest/node";

/** Prints `N passed, N failed, N skipped` as the last line of a run, a form that every CI reads. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    let broken = unhandled.length;
    for (const module of modules) {
      // A file that could not be loaded, or a hook that failed, has errors of its own and may have no test.
      broken += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== "pending") count[state] += 1;
      }
    }
    const line = `${count.passed} passed, ${count.failed + broken} failed, ${count.skipped} skipped`;
    process.on("exit", () => process.stdout.write(`${line}\n`));
  }
}
