import { choice, date, key, link, list, number, object, quantity, reference, share, text } from "./types.ts";

export const Gap = object("Gap", {
  doc: "Something still missing before the system can be relied on in production.",
  inline: true,
  keys: {
    what: key(text, {
      doc: "What is missing, in plain words, for example `No test account for the French shop`.",
      principle: "right-order",
      placeholder: "what is still missing",
    }),
    due: key(date, {
      doc: "The day by which the gap is closed, such as `2026-06-30`. It should come before more traffic is sent to the system.",
      principle: "right-order",
      placeholder: "date it is closed YYYY-MM-DD",
    }),
  },
});

export const System = object("System", {
  doc: "A system the AI calls or is fed by, and what it can take. Most existing systems were not built for the request rates that AI brings.",
  keys: {
    owner: key(reference("role"), {
      doc: "The role that runs this system and must know about the extra load: the id of one of the `roles`.",
      due: "build",
      principle: "load-on-legacy",
      placeholder: "id of a role",
    }),
    catalog: key(link("backstage", { fragment: true }), {
      doc: "The system's entry in the Backstage software catalog, for example `./catalog-info.yaml#component:default/helpdesk`.",
      principle: "traceability",
      placeholder: "path to the Backstage entry",
    }),
    access: key(
      list(
        choice({
          read: "The AI system only reads from it",
          write: "The AI system changes something in it",
        }),
      ),
      {
        doc: "What the AI system may do there: `[read]`, or `[read, write]`.",
        principle: "operating-limits",
        placeholder: "read or write",
      },
    ),
    "calls-per-item": key(number({ minimum: 0 }), {
      doc: "How many calls one item makes to this system, for example `3`. Multiplied by the peak load, it must stay below the rate limit.",
      due: "build",
      principle: "load-on-legacy",
      placeholder: "calls for one item e.g. 3",
    }),
    "calls-on-path": key(number({ minimum: 0 }), {
      doc: "How many of these calls the user waits for, for example `1`. If left out, all of them (`calls-per-item`).",
      principle: "load-on-legacy",
      placeholder: "calls the user waits for e.g. 1",
    }),
    "rate-limit": key(quantity("rate", "60 req/min"), {
      doc: "How many requests the system accepts, for example `60 req/min`. Above it, requests are refused or slowed down.",
      due: "build",
      principle: "load-on-legacy",
      placeholder: "requests it accepts e.g. 60 req/min",
    }),
    "latency-p95": key(quantity("duration", "400 ms"), {
      doc: "The time within which 95 of 100 calls are answered, for example `400 ms`.",
      due: "pilot",
      principle: "load-on-legacy",
      placeholder: "answer time for 95 of 100 calls e.g. 400 ms",
    }),
    availability: key(share("99.9%"), {
      doc: "The share of the time it is up, for example `99.9%`. An AI system cannot be more available than the systems it cannot work without.",
      due: "pilot",
      principle: "load-on-legacy",
      placeholder: "share of the time it is up",
    }),
    timeout: key(quantity("duration", "2 s"), {
      doc: "How long to wait for an answer before giving up, for example `2 s`.",
      due: "pilot",
      ownedBy: "missing-failure-behaviour",
      principle: "load-on-legacy",
      placeholder: "longest wait for an answer e.g. 2 s",
    }),
    "on-failure": key(
      reference("fallback-mode", {
        retry: "Try again",
        queue: "Keep the item until the system is back",
        fail: "Give up on the item and say so",
      }),
      {
        doc: "What happens to an item when this system does not answer: `retry`, `queue`, `fail`, or the id of one of the `fallback-modes`.",
        due: "pilot",
        ownedBy: "missing-failure-behaviour",
        principle: "load-on-legacy",
        placeholder: "retry or queue or fail or id of a fallback mode",
      },
    ),
    gaps: key(list(Gap), {
      doc: "What is still missing in the connection to this system, each with the day it will be closed, for example `[{what: No test account, due: 2026-05-15}]`.",
      principle: "right-order",
      placeholder: "what is still missing and by when it is closed",
    }),
  },
});
