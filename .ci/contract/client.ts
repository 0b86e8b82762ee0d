// What a front-end team writes on its first day. It is compiled against the types generated from
// the document and never run: when it stops compiling, somebody's client has stopped working.
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "contract";

type Problem = components["schemas"]["Problem"];
type Tokens = components["schemas"]["TokenAnswer"];
type ProjectRow = components["schemas"]["ProjectRow"];
type ProjectSheet = components["schemas"]["ProjectSheet"];
type ProjectEdit = components["schemas"]["ProjectTextPatch"];
type IndicatorView = components["schemas"]["IndicatorView"];
type ProjectFilter = NonNullable<paths["/api/v1/projects"]["get"]["parameters"]["query"]>;

const api = createClient<paths>({ baseUrl: "https://ledger.example" });

/** Every failure has one shape, so one class is enough. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  get stale(): boolean {
    return this.problem.status === 412;
  }

  /** What to write beside a form's field, by JSON pointer. */
  get fields(): Map<string, string> {
    return new Map((this.problem.errors ?? []).map((error) => [error.pointer, error.detail]));
  }
}

function answer<T>(result: { data?: T; error?: Problem }): T {
  if (result.error) throw new Refused(result.error);
  return result.data as T;
}

export async function signIn(username: string, password: string): Promise<Tokens> {
  const tokens = answer(await api.POST("/api/v1/auth/login", { body: { username, password } }));
  const bearer: Middleware = {
    onRequest({ request }) {
      request.headers.set("Authorization", `${tokens.tokenType} ${tokens.accessToken}`);
      return request;
    },
  };
  api.use(bearer);
  return tokens;
}

/** Follows the cursor to the end. */
export async function* projects(filter: Omit<ProjectFilter, "cursor">): AsyncGenerator<ProjectRow> {
  let cursor: string | null | undefined;
  do {
    const query: ProjectFilter = cursor ? { ...filter, cursor } : filter;
    const list = answer(await api.GET("/api/v1/projects", { params: { query } }));
    yield* list.items;
    cursor = list.page.next;
  } while (cursor);
}

export async function howMany(programme: string, leadUnit: string, q: string): Promise<number> {
  const query = { programme, leadUnit, q, limit: 1, count: true };
  return answer(await api.GET("/api/v1/projects", { params: { query } })).page.total ?? 0;
}

export async function project(id: string): Promise<{ view: ProjectSheet; etag: string }> {
  const result = await api.GET("/api/v1/projects/{id}", {
    params: { path: { id }, query: { expand: "indicators" } },
  });
  return { view: answer(result), etag: result.response.headers.get("ETag") ?? "" };
}

/** What a screen shows of a promise: the notice's words, where they stand, what was promised first. */
export function promise(indicator: IndicatorView): string {
  const target = indicator.printedValue === null ? indicator.comparisonLabel : `${indicator.printedValue} ${indicator.printedUnit ?? ""}`;
  const before = indicator.originalPrinted === null ? "" : ` (${indicator.originalPrinted})`;
  const place = indicator.span === null ? "" : ` [${indicator.span.start}-${indicator.span.end}]`;
  return `${indicator.quote}${place}: ${target}${before}`;
}

/** Files a notice, after it was tried without effect. */
export async function file(notice: components["schemas"]["ProgrammeImport"], key: string): Promise<string[]> {
  for (const dryRun of [true, false]) {
    const report = answer(
      await api.POST("/api/v1/imports/programmes", {
        params: { query: { dryRun }, header: { "Idempotency-Key": `${key}-${dryRun}` } },
        body: notice,
      }),
    );
    if (!report.accepted)
      return report.rows.filter((row) => row.outcome === "REFUSED").map((row) => `${row.pointer}: ${row.detail ?? row.code}`);
  }
  return [];
}

/** A stale edit is tried once more on what is there now. */
export async function edit(id: string, change: (now: ProjectSheet) => ProjectEdit): Promise<ProjectSheet> {
  for (let again = true; ; again = false) {
    const { view, etag } = await project(id);
    try {
      return answer(
        await api.PATCH("/api/v1/projects/{id}", {
          params: { path: { id }, header: { "If-Match": etag } },
          headers: { "Content-Type": "application/merge-patch+json" },
          body: change(view),
        }),
      );
    } catch (failure) {
      if (!(failure instanceof Refused && failure.stale && again)) throw failure;
    }
  }
}

export async function firstDay(programme: string): Promise<string[]> {
  await signIn("reporter", "correct horse battery staple");
  const told: string[] = [];
  for await (const row of projects({ programme, limit: 200 })) {
    const { view } = await project(row.id);
    if (view.actions.includes("edit")) told.push(`${view.name}: ${view.status}`);
  }
  return told;
}
