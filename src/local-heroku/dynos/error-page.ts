/** The router's error codes and Heroku's words for them. */
export const ERRORS = {
  H10: "App crashed",
  H12: "Request timeout",
  H13: "Connection closed without response",
  H14: "No web processes running",
  H20: "App boot timeout",
  H21: "Backend connection refused",
  H80: "Maintenance mode",
  H81: "Blank app",
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** The page that visitors see instead of the app: Heroku's words, with the code that Heroku has only in its log. */
export function errorPage(code: ErrorCode): string {
  const title = code === "H80" ? "Offline for Maintenance" : "Application error";
  const text =
    code === "H80"
      ? "This application is undergoing maintenance right now. Please check back later."
      : "An error occurred in the application and your page could not be served. " +
        "If you are the application owner, check your logs for details.";
  return `<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<h1>${title}</h1>
<p>${text}</p>
<!-- code=${code} desc="${ERRORS[code]}" -->
</body>
</html>
`;
}
