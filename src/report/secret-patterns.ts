/**
 * What looks like a secret though nobody registered it: the second net. Each is linear: a repeat is
 * bounded or cannot run over the place where the next match would begin.
 */
export const secretPatterns: readonly RegExp[] = [
  // user:password of any URL, the host stays readable
  /(?<=:\/\/)[^\s/:@]{0,128}:[^\s/@]{1,256}(?=@)/g,
  // Heroku's tokens, and its older ones, which are UUIDs
  /\bHRKU-[\w-]{16,}/g,
  /(?<=(?:token|key|secret|password)["']?[ :=]{1,3}["']?)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi,
  // GitHub's: https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
  /\bgh[pousr]_[\w.-]{16,}/g,
  /\bgithub_pat_\w{20,}/g,
  // presigned links: who holds one can use it
  /(?<=[?&](?:X-Amz-(?:Signature|Credential|Security-Token)|Signature|AWSAccessKeyId)=)[^\s&"'<>]+/gi,
  // authentication headers
  /(?<=\bauthorization["']?\s{0,2}[:=]\s{0,2}["']?(?:Bearer|Basic|token)\s{1,2})[^\s"']+/gi,
  /(?<=\b(?:Bearer|Basic)\s{1,2})(?=[^\s\d]*\d)[\w.~+/=-]{12,}/gi,
];
