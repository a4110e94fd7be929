import { explain } from "./explain.ts";
import { permitDestroy } from "./permit.ts";
import { blankReport } from "./report/blank.ts";
import type { Report } from "./report/report.ts";
import { resultOf } from "./report/result.ts";
import type { Settings } from "./settings.ts";
import { destroying } from "./steps/index.ts";
import { walk } from "./walk.ts";
import type { Outside } from "./world.ts";

/** Removes the review app as far as the event allows, and always gives a Report. It needs no checkout. */
export async function destroy(settings: Settings, world: Outside): Promise<Report> {
  const report = await walkAll(settings, world);
  return { ...report, result: resultOf(report) };
}

async function walkAll(settings: Settings, world: Outside): Promise<Report> {
  const blank = blankReport(settings.mode);
  try {
    const allowed = permitDestroy(settings);
    if (allowed.kind === "skip") return { ...blank, skipped: allowed.reason };
    return await walk(destroying, { settings, report: blank }, world);
  } catch (error) {
    return { ...blank, error: explain(error, world.log) };
  }
}
