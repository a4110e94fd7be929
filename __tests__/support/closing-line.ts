import type { Reporter, TestModule } from "vitest/node";

/** Prints `N passed, N failed, N skipped` as the last line of a run, a form that every CI reads. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    let broken = unhandled.length;
    for (const module of modules) {
      let cases = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== "pending") count[state] += 1;
        cases += 1;
      }
      if (cases === 0 && !module.ok()) broken += 1;
    }
    const line = `${count.passed} passed, ${count.failed + broken} failed, ${count.skipped} skipped`;
    process.on("exit", () => process.stdout.write(`${line}\n`));
  }
}
