/**
 * Versions that install on Heroku's Pythons though they have compiled parts and no wheel: what does not compile is left
 * out, or it compiles. `script/prove-pins` installs and imports the first of each.
 */
export const BUILT_FROM_SOURCE: Readonly<Record<string, string>> = {
  markupsafe: ">=1.1.1",
  sqlalchemy: ">=1.2.19",
};
