// Made by `npm run client` from the description of the service. A test compares it with a fresh one.

export type paths = {
  "/api/board": {
    /** What was promised and what became of it, what asks for attention first */
    get: {
      parameters: { query?: { readonly asof?: string; readonly hindsight?: boolean; readonly known?: string; readonly between?: string; readonly kind?: string; readonly state?: string; readonly sector?: string; readonly due?: string; readonly session?: string; readonly language?: string; readonly limit?: number; readonly after?: string }; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly threads: ({ readonly id: string; readonly kind: "commitment" | "instrument" | "project" | "target" | "mechanism" | "meeting"; readonly title: string; readonly label?: string; readonly parties: (string)[]; readonly between: (string)[]; readonly sectors: (string)[]; readonly places: (string)[]; readonly routes: ((string)[])[]; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly machine: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[]; readonly promised: string | null; readonly due: string | null; readonly last: string; readonly promises: ({ readonly goal: string; readonly action: string; readonly force: string; readonly said: string; readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly moved: { readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null } | null; readonly claims: (string)[]; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[] })[]; readonly points: ({ readonly session: string; readonly ordinal: number | null; readonly point: number })[]; readonly sums: ({ readonly value: number; readonly unit: string; readonly claim: string; readonly said: string; readonly counts: boolean; readonly why: string })[]; readonly printed: ({ readonly claim: string; readonly value: number; readonly unit: string; readonly words: string })[]; readonly partOf: (string)[]; readonly parts: (string)[]; readonly aliases: (string)[]; readonly owner: string | null; readonly evidence: ({ readonly claim: string; readonly document: string; readonly said: string; readonly kind: string; readonly step: string; readonly start: number; readonly end: number; readonly quote: string; readonly verdict: "accepted" | "amended" | null; readonly name: string | null })[]; readonly looked: { readonly documents: number; readonly languages: (string)[]; readonly until: string | null } })[]; readonly sessions: ({ readonly session: string; readonly ordinal: number | null; readonly date: string | null; readonly thread: string; readonly kind: "commitment" | "instrument" | "project" | "target" | "mechanism" | "meeting"; readonly title: string; readonly label?: string })[]; readonly next: string | null; readonly asof: { readonly asof: string; readonly hindsight: boolean; readonly known: string | null } } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/board/counts": {
    /** How many threads are in each state, of all that a board may be asked for */
    get: {
      parameters: { query?: { readonly asof?: string; readonly hindsight?: boolean; readonly known?: string; readonly between?: string; readonly kind?: string; readonly sector?: string; readonly due?: string; readonly session?: string }; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly states: { readonly dropped: number; readonly contested: number; readonly kept: number; readonly overdue: number; readonly changed: number; readonly advanced: number; readonly repeated: number; readonly lapsed: number; readonly silent: number; readonly open: number; readonly noted: number }; readonly asof: { readonly asof: string; readonly hindsight: boolean; readonly known: string | null } } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/decisions": {
    /** Decides: accept, reject, amend, join, part, judge, note, assign, undo, refuse. If-Match names the ETags of all threads that are touched */
    post: {
      parameters: { query?: never; header?: { readonly "if-match"?: string }; path?: never }
      requestBody: { content: { "application/json": { readonly decision: "accept"; readonly claims: (string)[] } | { readonly decision: "reject"; readonly claim: string; readonly why: string } | { readonly decision: "amend"; readonly claim: string; readonly changes: { readonly [name: string]: string | number | null }; readonly why?: string } | { readonly decision: "join"; readonly claim: string; readonly thread: string; readonly why?: string; readonly doubt?: string } | { readonly decision: "part"; readonly claim: string; readonly why?: string } | { readonly decision: "judge"; readonly thread: string; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly why: string } | { readonly decision: "note"; readonly thread: string; readonly text: string } | { readonly decision: "assign"; readonly thread: string; readonly owner: string; readonly due?: string } | { readonly decision: "undo"; readonly line: string; readonly why?: string } | { readonly decision: "refuse"; readonly doubt: string; readonly why?: string } } }
      responses: {
        201: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly lines: ({ readonly id: string; readonly by: { readonly kind: "program" | "person"; readonly name: string }; readonly recorded: string; readonly said: string; readonly valid: string; readonly corrects: string | null; readonly entry: { readonly kind: string; readonly claim?: string | { readonly id: string; readonly document: string; readonly item: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly about: (string)[]; readonly between: (string)[]; readonly route?: (string)[]; readonly printed?: ({ readonly value: number; readonly unit: string; readonly words: string })[]; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] }; readonly into?: string; readonly of?: string; readonly because?: ({ readonly code: string; readonly says: string })[]; readonly why?: string; readonly state?: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly text?: string; readonly owner?: string; readonly due?: string | null; readonly item?: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly [more: string]: unknown }; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/documents": {
    /** The documents of the ledger, the last recorded first */
    get: {
      parameters: { query?: { readonly limit?: number; readonly after?: string }; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly documents: ({ readonly sha256: string; readonly name: string; readonly said: string; readonly language: string | null; readonly outlet: string | null; readonly between: (string)[]; readonly recorded: string; readonly length: number; readonly withdrawn: string | null })[]; readonly next: string | null } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
    /** Records a document: JSON, or its bytes with ?name=; many as ndjson are a job */
    post: {
      parameters: { query?: { readonly name?: string; readonly date?: string; readonly language?: string }; header?: never; path?: never }
      requestBody: { content: { "application/json": { readonly name: string; readonly text: string; readonly date?: string; readonly language?: string }; "application/octet-stream": Blob; "text/plain": unknown; "application/x-ndjson": unknown } }
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly name: string; readonly sha256: string; readonly already: boolean; readonly withdrawn: boolean; readonly claims: number; readonly joined: number; readonly doubted: number; readonly gaps: number; readonly lines: number } } }
        201: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly name: string; readonly sha256: string; readonly already: boolean; readonly withdrawn: boolean; readonly claims: number; readonly joined: number; readonly doubted: number; readonly gaps: number; readonly lines: number } } }
        202: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly id: string; readonly kind: "record" | "rebuild" | "sample"; readonly by: string; readonly state: "running" | "done" | "stopped" | "failed"; readonly done: number; readonly total: number; readonly counts: { readonly [name: string]: number }; readonly message: string | null; readonly refusals: ({ readonly name: string; readonly message: string })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/documents/{sha256}": {
    /** A document with its text and its claims as they stand */
    get: {
      parameters: { query?: never; header?: never; path: { readonly sha256: string } }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly sha256: string; readonly name: string; readonly said: string; readonly language: string | null; readonly outlet: string | null; readonly between: (string)[]; readonly recorded: string; readonly length: number; readonly withdrawn: string | null; readonly text: string; readonly claims: ({ readonly claim: { readonly id: string; readonly document: string; readonly item: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly about: (string)[]; readonly between: (string)[]; readonly route?: (string)[]; readonly printed?: ({ readonly value: number; readonly unit: string; readonly words: string })[]; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] }; readonly thread: string; readonly counts: boolean; readonly verdict: "accepted" | "rejected" | "amended" | null })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/documents/{sha256}/claims": {
    /** Reads an item in a passage that the program did not read so */
    post: {
      parameters: { query?: never; header?: never; path: { readonly sha256: string } }
      requestBody: { content: { "application/json": { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly start: number; readonly end: number; readonly changes?: { readonly [name: string]: string | number | null } } } }
      responses: {
        201: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly lines: ({ readonly id: string; readonly by: { readonly kind: "program" | "person"; readonly name: string }; readonly recorded: string; readonly said: string; readonly valid: string; readonly corrects: string | null; readonly entry: { readonly kind: string; readonly claim?: string | { readonly id: string; readonly document: string; readonly item: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly about: (string)[]; readonly between: (string)[]; readonly route?: (string)[]; readonly printed?: ({ readonly value: number; readonly unit: string; readonly words: string })[]; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] }; readonly into?: string; readonly of?: string; readonly because?: ({ readonly code: string; readonly says: string })[]; readonly why?: string; readonly state?: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly text?: string; readonly owner?: string; readonly due?: string | null; readonly item?: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly [more: string]: unknown }; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/documents/{sha256}/reading": {
    /** What this program reads in a document now (reading/1) */
    get: {
      parameters: { query?: { readonly explain?: boolean }; header?: never; path: { readonly sha256: string } }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly tawafuq: "reading/1"; readonly entities: ({ readonly id: string; readonly type: "state" | "person" | "body" | "company" | "place" | "programme" | "event"; readonly [more: string]: unknown })[]; readonly meetings: ({ readonly id: string; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly trace?: ({ readonly rule: string; readonly gave: string })[]; readonly [more: string]: unknown })[]; readonly [more: string]: unknown })[]; readonly commitments: ({ readonly id: string; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly trace?: ({ readonly rule: string; readonly gave: string })[]; readonly [more: string]: unknown })[]; readonly [more: string]: unknown })[]; readonly instruments: ({ readonly id: string; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly trace?: ({ readonly rule: string; readonly gave: string })[]; readonly [more: string]: unknown })[]; readonly [more: string]: unknown })[]; readonly projects: ({ readonly id: string; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly trace?: ({ readonly rule: string; readonly gave: string })[]; readonly [more: string]: unknown })[]; readonly [more: string]: unknown })[]; readonly figures: ({ readonly id: string; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly trace?: ({ readonly rule: string; readonly gave: string })[]; readonly [more: string]: unknown })[]; readonly [more: string]: unknown })[]; readonly gaps: ({ readonly why: string; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[]; readonly [more: string]: unknown })[]; readonly [more: string]: unknown } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/documents/{sha256}/withdrawal": {
    /** Takes a document out: nothing read from it counts any more; it stays in the history */
    post: {
      parameters: { query?: never; header?: never; path: { readonly sha256: string } }
      requestBody: { content: { "application/json": { readonly why: string } } }
      responses: {
        201: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly lines: ({ readonly id: string; readonly by: { readonly kind: "program" | "person"; readonly name: string }; readonly recorded: string; readonly said: string; readonly valid: string; readonly corrects: string | null; readonly entry: { readonly kind: string; readonly claim?: string | { readonly id: string; readonly document: string; readonly item: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly about: (string)[]; readonly between: (string)[]; readonly route?: (string)[]; readonly printed?: ({ readonly value: number; readonly unit: string; readonly words: string })[]; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] }; readonly into?: string; readonly of?: string; readonly because?: ({ readonly code: string; readonly says: string })[]; readonly why?: string; readonly state?: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly text?: string; readonly owner?: string; readonly due?: string | null; readonly item?: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly [more: string]: unknown }; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
    /** Puts a document back that was taken out */
    delete: {
      parameters: { query?: never; header?: never; path: { readonly sha256: string } }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly lines: ({ readonly id: string; readonly by: { readonly kind: "program" | "person"; readonly name: string }; readonly recorded: string; readonly said: string; readonly valid: string; readonly corrects: string | null; readonly entry: { readonly kind: string; readonly claim?: string | { readonly id: string; readonly document: string; readonly item: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly about: (string)[]; readonly between: (string)[]; readonly route?: (string)[]; readonly printed?: ({ readonly value: number; readonly unit: string; readonly words: string })[]; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] }; readonly into?: string; readonly of?: string; readonly because?: ({ readonly code: string; readonly says: string })[]; readonly why?: string; readonly state?: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly text?: string; readonly owner?: string; readonly due?: string | null; readonly item?: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly [more: string]: unknown }; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/doubts": {
    /** Claims that may belong to a thread and wait for a person, the oldest first */
    get: {
      parameters: { query?: { readonly language?: string; readonly limit?: number }; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly doubts: ({ readonly line: string; readonly because: ({ readonly code: string; readonly says: string })[]; readonly claim: { readonly id: string; readonly kind: "commitment" | "instrument" | "project" | "target" | "mechanism" | "meeting"; readonly title: string; readonly label?: string; readonly parties: (string)[]; readonly between: (string)[]; readonly sectors: (string)[]; readonly places: (string)[]; readonly routes: ((string)[])[]; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly machine: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[]; readonly promised: string | null; readonly due: string | null; readonly last: string; readonly promises: ({ readonly goal: string; readonly action: string; readonly force: string; readonly said: string; readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly moved: { readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null } | null; readonly claims: (string)[]; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[] })[]; readonly points: ({ readonly session: string; readonly ordinal: number | null; readonly point: number })[]; readonly sums: ({ readonly value: number; readonly unit: string; readonly claim: string; readonly said: string; readonly counts: boolean; readonly why: string })[]; readonly printed: ({ readonly claim: string; readonly value: number; readonly unit: string; readonly words: string })[]; readonly partOf: (string)[]; readonly parts: (string)[]; readonly aliases: (string)[]; readonly owner: string | null; readonly evidence: ({ readonly claim: string; readonly document: string; readonly said: string; readonly kind: string; readonly step: string; readonly start: number; readonly end: number; readonly quote: string; readonly verdict: "accepted" | "amended" | null; readonly name: string | null })[]; readonly looked: { readonly documents: number; readonly languages: (string)[]; readonly until: string | null }; readonly etag: string } | null; readonly into: { readonly id: string; readonly kind: "commitment" | "instrument" | "project" | "target" | "mechanism" | "meeting"; readonly title: string; readonly label?: string; readonly parties: (string)[]; readonly between: (string)[]; readonly sectors: (string)[]; readonly places: (string)[]; readonly routes: ((string)[])[]; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly machine: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[]; readonly promised: string | null; readonly due: string | null; readonly last: string; readonly promises: ({ readonly goal: string; readonly action: string; readonly force: string; readonly said: string; readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly moved: { readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null } | null; readonly claims: (string)[]; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[] })[]; readonly points: ({ readonly session: string; readonly ordinal: number | null; readonly point: number })[]; readonly sums: ({ readonly value: number; readonly unit: string; readonly claim: string; readonly said: string; readonly counts: boolean; readonly why: string })[]; readonly printed: ({ readonly claim: string; readonly value: number; readonly unit: string; readonly words: string })[]; readonly partOf: (string)[]; readonly parts: (string)[]; readonly aliases: (string)[]; readonly owner: string | null; readonly evidence: ({ readonly claim: string; readonly document: string; readonly said: string; readonly kind: string; readonly step: string; readonly start: number; readonly end: number; readonly quote: string; readonly verdict: "accepted" | "amended" | null; readonly name: string | null })[]; readonly looked: { readonly documents: number; readonly languages: (string)[]; readonly until: string | null }; readonly etag: string } | null })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/export": {
    /** The whole ledger as lines of JSON, as tawafuq export writes it */
    get: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/x-ndjson": string } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/health": {
    /** Does the server answer, and its ledger? */
    get: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly status: "ok" } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/jobs": {
    /** The jobs of whoever asks; of all, for an administrator */
    get: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly jobs: ({ readonly id: string; readonly kind: "record" | "rebuild" | "sample"; readonly by: string; readonly state: "running" | "done" | "stopped" | "failed"; readonly done: number; readonly total: number; readonly counts: { readonly [name: string]: number }; readonly message: string | null; readonly refusals: ({ readonly name: string; readonly message: string })[] })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/jobs/{id}": {
    /** How a job stands */
    get: {
      parameters: { query?: never; header?: never; path: { readonly id: string } }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly id: string; readonly kind: "record" | "rebuild" | "sample"; readonly by: string; readonly state: "running" | "done" | "stopped" | "failed"; readonly done: number; readonly total: number; readonly counts: { readonly [name: string]: number }; readonly message: string | null; readonly refusals: ({ readonly name: string; readonly message: string })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
    /** Stops a job: what it has written stays, except of a rebuild, which leaves everything as it was */
    delete: {
      parameters: { query?: never; header?: never; path: { readonly id: string } }
      requestBody?: never
      responses: {
        202: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly id: string; readonly kind: "record" | "rebuild" | "sample"; readonly by: string; readonly state: "running" | "done" | "stopped" | "failed"; readonly done: number; readonly total: number; readonly counts: { readonly [name: string]: number }; readonly message: string | null; readonly refusals: ({ readonly name: string; readonly message: string })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/jobs/{id}/events": {
    /** What a job does, as server-sent events: refused, progress, end */
    get: {
      parameters: { query?: never; header?: never; path: { readonly id: string } }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "text/event-stream": string } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/mechanisms": {
    /** Committees and the like, with their sessions and the points of each */
    get: {
      parameters: { query?: { readonly asof?: string; readonly hindsight?: boolean; readonly known?: string; readonly between?: string; readonly language?: string; readonly limit?: number; readonly after?: string }; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly mechanisms: ({ readonly id: string; readonly kind: "commitment" | "instrument" | "project" | "target" | "mechanism" | "meeting"; readonly title: string; readonly label?: string; readonly parties: (string)[]; readonly between: (string)[]; readonly sectors: (string)[]; readonly places: (string)[]; readonly routes: ((string)[])[]; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly machine: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[]; readonly promised: string | null; readonly due: string | null; readonly last: string; readonly promises: ({ readonly goal: string; readonly action: string; readonly force: string; readonly said: string; readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly moved: { readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null } | null; readonly claims: (string)[]; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[] })[]; readonly points: ({ readonly session: string; readonly ordinal: number | null; readonly point: number })[]; readonly sums: ({ readonly value: number; readonly unit: string; readonly claim: string; readonly said: string; readonly counts: boolean; readonly why: string })[]; readonly printed: ({ readonly claim: string; readonly value: number; readonly unit: string; readonly words: string })[]; readonly partOf: (string)[]; readonly parts: (string)[]; readonly aliases: (string)[]; readonly owner: string | null; readonly evidence: ({ readonly claim: string; readonly document: string; readonly said: string; readonly kind: string; readonly step: string; readonly start: number; readonly end: number; readonly quote: string; readonly verdict: "accepted" | "amended" | null; readonly name: string | null })[]; readonly looked: { readonly documents: number; readonly languages: (string)[]; readonly until: string | null }; readonly sessions: ({ readonly session: string; readonly ordinal: number | null; readonly date: string | null; readonly status: string; readonly points: ({ readonly point: number; readonly thread: string; readonly title: string; readonly label?: string; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted" })[] })[] })[]; readonly next: string | null; readonly asof: { readonly asof: string; readonly hindsight: boolean; readonly known: string | null } } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/rebuild": {
    /** Makes threads, states and the index of words anew; a job */
    post: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        202: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly id: string; readonly kind: "record" | "rebuild" | "sample"; readonly by: string; readonly state: "running" | "done" | "stopped" | "failed"; readonly done: number; readonly total: number; readonly counts: { readonly [name: string]: number }; readonly message: string | null; readonly refusals: ({ readonly name: string; readonly message: string })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/sample": {
    /** The sample: how many documents it has, and how many of them the ledger holds */
    get: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly documents: number; readonly there: number; readonly coming: boolean } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
    /** Puts the sample into the ledger; a job */
    post: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        202: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly id: string; readonly kind: "record" | "rebuild" | "sample"; readonly by: string; readonly state: "running" | "done" | "stopped" | "failed"; readonly done: number; readonly total: number; readonly counts: { readonly [name: string]: number }; readonly message: string | null; readonly refusals: ({ readonly name: string; readonly message: string })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
    /** Takes the sample out of the ledger: it stays in its history */
    delete: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly lines: ({ readonly id: string; readonly by: { readonly kind: "program" | "person"; readonly name: string }; readonly recorded: string; readonly said: string; readonly valid: string; readonly corrects: string | null; readonly entry: { readonly kind: string; readonly claim?: string | { readonly id: string; readonly document: string; readonly item: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly about: (string)[]; readonly between: (string)[]; readonly route?: (string)[]; readonly printed?: ({ readonly value: number; readonly unit: string; readonly words: string })[]; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] }; readonly into?: string; readonly of?: string; readonly because?: ({ readonly code: string; readonly says: string })[]; readonly why?: string; readonly state?: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly text?: string; readonly owner?: string; readonly due?: string | null; readonly item?: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly [more: string]: unknown }; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/search": {
    /** Documents that have all the words, in whatever spelling, with the threads on those passages */
    get: {
      parameters: { query: { readonly asof?: string; readonly hindsight?: boolean; readonly known?: string; readonly q: string; readonly limit?: number }; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly documents: ({ readonly document: string; readonly name: string; readonly said: string; readonly places: ({ readonly start: number; readonly end: number; readonly quote: string; readonly asked: string; readonly shared: (string)[]; readonly why: string })[]; readonly threads: ({ readonly id: string; readonly title: string; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted" })[] })[]; readonly asof: { readonly asof: string; readonly hindsight: boolean; readonly known: string | null } } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/session": {
    /** Signs in: the answer sets a cookie. 10 tries a minute */
    post: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody: { content: { "application/json": { readonly name: string; readonly password: string } } }
      responses: {
        201: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly name: string; readonly role: "reader" | "editor" | "administrator"; readonly within: ((string)[])[] | null } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
    /** Who is signed in */
    get: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly name: string; readonly role: "reader" | "editor" | "administrator"; readonly within: ((string)[])[] | null } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
    /** Signs out; who came from an organisation that can be told (200) goes on to its address */
    delete: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly to: string } } }
        204: { headers: { [name: string]: unknown } } & { content: { "application/json": null } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/session/organisation": {
    /** Sends the browser to the organisation that signs in. 60 times a minute */
    get: {
      parameters: { query?: { readonly to?: string }; header?: never; path?: never }
      requestBody?: never
      responses: {
        303: { headers: { [name: string]: unknown } } & { content: { "application/json": null } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/session/organisation/return": {
    /** Where the organisation sends the browser back to: the answer sets a cookie */
    get: {
      parameters: { query?: { readonly code?: string; readonly state?: string; readonly error?: string }; header?: never; path?: never }
      requestBody?: never
      responses: {
        303: { headers: { [name: string]: unknown } } & { content: { "application/json": null } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/session/ways": {
    /** The ways to sign in here */
    get: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly ways: ("password" | "organisation")[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/sums": {
    /** Sums of money, each counted once, and why the others are not */
    get: {
      parameters: { query?: { readonly asof?: string; readonly hindsight?: boolean; readonly known?: string; readonly between?: string; readonly kind?: string; readonly state?: string; readonly sector?: string; readonly due?: string; readonly session?: string }; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly asof: { readonly asof: string; readonly hindsight: boolean; readonly known: string | null }; readonly totals: ({ readonly unit: string; readonly value: number; readonly counted: number; readonly left: number })[]; readonly sums: ({ readonly thread: string; readonly title: string; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly value: number; readonly unit: string; readonly claim: string; readonly said: string; readonly counts: boolean; readonly why: string })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/threads/{id}": {
    /** The life of one promise; the ETag is the newest line about it */
    get: {
      parameters: { query?: { readonly asof?: string; readonly hindsight?: boolean; readonly known?: string; readonly language?: string }; header?: never; path: { readonly id: string } }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly id: string; readonly kind: "commitment" | "instrument" | "project" | "target" | "mechanism" | "meeting"; readonly title: string; readonly label?: string; readonly parties: (string)[]; readonly between: (string)[]; readonly sectors: (string)[]; readonly places: (string)[]; readonly routes: ((string)[])[]; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly machine: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[]; readonly promised: string | null; readonly due: string | null; readonly last: string; readonly promises: ({ readonly goal: string; readonly action: string; readonly force: string; readonly said: string; readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly moved: { readonly due: string | null; readonly target: { readonly value: number; readonly unit: string; readonly per: string | null } | null } | null; readonly claims: (string)[]; readonly reasons: ({ readonly code: string; readonly says: string; readonly claim: string | null })[] })[]; readonly points: ({ readonly session: string; readonly ordinal: number | null; readonly point: number })[]; readonly sums: ({ readonly value: number; readonly unit: string; readonly claim: string; readonly said: string; readonly counts: boolean; readonly why: string })[]; readonly printed: ({ readonly claim: string; readonly value: number; readonly unit: string; readonly words: string })[]; readonly partOf: (string)[]; readonly parts: (string)[]; readonly aliases: (string)[]; readonly owner: string | null; readonly evidence: ({ readonly claim: string; readonly document: string; readonly said: string; readonly kind: string; readonly step: string; readonly start: number; readonly end: number; readonly quote: string; readonly verdict: "accepted" | "amended" | null; readonly name: string | null })[]; readonly looked: { readonly documents: number; readonly languages: (string)[]; readonly until: string | null }; readonly etag: string; readonly sessions: ({ readonly session: string; readonly ordinal: number | null; readonly date: string | null; readonly status: string; readonly points: ({ readonly point: number; readonly thread: string; readonly title: string; readonly label?: string; readonly state: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted" })[] })[]; readonly versions: ({ readonly meeting: string; readonly ordinal: number | null; readonly date: string | null; readonly documents: ({ readonly document: string; readonly name: string | null; readonly said: string | null; readonly language: string | null; readonly outlet: string | null })[]; readonly differences: ({ readonly kind: "left-out" | "weaker" | "differs"; readonly code: string; readonly says: string; readonly values: (string)[] | null; readonly thread: string; readonly document: string; readonly told: { readonly claim: string; readonly document: string; readonly said: string; readonly kind: string; readonly step: string; readonly start: number; readonly end: number; readonly quote: string; readonly name: string | null }; readonly other: { readonly claim: string; readonly document: string; readonly said: string; readonly kind: string; readonly step: string; readonly start: number; readonly end: number; readonly quote: string; readonly name: string | null } | null; readonly bonds: ({ readonly code: string; readonly says: string })[] })[] })[]; readonly people: ({ readonly code: string; readonly says: string; readonly one: { readonly key: string; readonly person: string; readonly claim: string; readonly document: string; readonly start: number; readonly end: number; readonly quote: string; readonly name: string | null }; readonly other: { readonly key: string; readonly person: string; readonly claim: string; readonly document: string; readonly start: number; readonly end: number; readonly quote: string; readonly name: string | null } })[]; readonly history: ({ readonly id: string; readonly by: { readonly kind: "program" | "person"; readonly name: string }; readonly recorded: string; readonly said: string; readonly valid: string; readonly corrects: string | null; readonly entry: { readonly kind: string; readonly claim?: string | { readonly id: string; readonly document: string; readonly item: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly about: (string)[]; readonly between: (string)[]; readonly route?: (string)[]; readonly printed?: ({ readonly value: number; readonly unit: string; readonly words: string })[]; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] }; readonly into?: string; readonly of?: string; readonly because?: ({ readonly code: string; readonly says: string })[]; readonly why?: string; readonly state?: "dropped" | "contested" | "kept" | "overdue" | "changed" | "advanced" | "repeated" | "lapsed" | "silent" | "open" | "noted"; readonly text?: string; readonly owner?: string; readonly due?: string | null; readonly item?: { readonly kind: "meeting" | "commitment" | "instrument" | "project" | "figure"; readonly [more: string]: unknown }; readonly [more: string]: unknown }; readonly evidence: ({ readonly start: number; readonly end: number; readonly quote: string; readonly rule: string; readonly [more: string]: unknown })[] })[]; readonly asof: { readonly asof: string; readonly hindsight: boolean; readonly known: string | null } } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
  "/api/verify": {
    /** Is every line as it was written? */
    get: {
      parameters: { query?: never; header?: never; path?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown } } & { content: { "application/json": { readonly lines: number; readonly faults: ({ readonly number: number; readonly what: string })[] } } }
        default: { headers: { [name: string]: unknown } } & { content: { "application/problem+json": { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly [more: string]: unknown } } }
      }
    }
  }
}
