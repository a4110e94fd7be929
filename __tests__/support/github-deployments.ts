import type { GitHub } from "./github.ts";
import { type Answer, type Asked, invalid, notFound, page, refused } from "./github-answer.ts";
import { type StoredDeployment, shownDeployment, shownStatus } from "./github-shapes.ts";

const LONGEST_DESCRIPTION = 140;

/** What GitHub answers to a request about deployments and their statuses. */
export function deploymentsAnswer(github: GitHub, { method, url, parameters, body }: Asked): Answer {
  const { deployments } = github;
  if (parameters.deployment_id === undefined) {
    if (method === "POST") return create(github, body);
    const environment = url.searchParams.get("environment");
    const found = deployments.filter((one) => environment === null || one.environment === environment);
    return page(url, found.toReversed(), (one) => shownDeployment(one, github.url));
  }
  const deployment = deployments.find(({ id }) => id === Number(parameters.deployment_id));
  if (deployment === undefined) return notFound;
  if (method === "POST") return setState(github, deployment, body);
  const newest = deployment.statuses.map((_, index) => index).toReversed();
  return page(url, newest, (index) => shownStatus(deployment, index, github.url));
}

function create({ deployments, url }: GitHub, body: Asked["body"]): Answer {
  // The run that asks is itself a check of the commit, and it has not ended.
  if (JSON.stringify(body.required_contexts) !== "[]")
    return refused(409, "Conflict: Commit status checks failed.");
  if (body.auto_merge !== false) return refused(409, "Conflict merging main.");
  const environment = String(body.environment ?? "production");
  const deployment: StoredDeployment = {
    id: deployments.length + 1,
    ref: String(body.ref),
    environment,
    payload: body.payload ?? "",
    transient: body.transient_environment === true,
    production: Boolean(body.production_environment ?? environment === "production"),
    statuses: [],
  };
  deployments.push(deployment);
  return { status: 201, body: shownDeployment(deployment, url) };
}

function setState(
  { deployments, url }: GitHub,
  deployment: StoredDeployment,
  { state, log_url, environment_url, description }: Asked["body"],
): Answer {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  if ([...text(description)].length > LONGEST_DESCRIPTION) return invalid();
  if (state === "success") {
    // What `auto_inactive`, on by default, does.
    for (const { environment, transient, production, statuses } of deployments) {
      const last = statuses.at(-1);
      if (environment === deployment.environment && !transient && !production && last?.state === "success")
        statuses.push({ ...last, state: "inactive" });
    }
  }
  const count = deployment.statuses.push({
    state: text(state),
    log_url: text(log_url),
    environment_url: text(environment_url),
    description: text(description),
  });
  return { status: 201, body: shownStatus(deployment, count - 1, url) };
}
