import type { CheckedPlan } from "@aiplan/core";
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { Snapshot } from "./plans.ts";
import type { Session } from "./session.ts";

type About = { readonly textDocument: { readonly uri: string } };
type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result>;

/** Wraps the work for a request into what every request needs: the session, its plan, cancellation, and errors in words. */
export class Requests {
  private current: Session | undefined;
  private isOver = false;

  constructor(private readonly connection: Connection) {}

  /** @throws ResponseError when the client has said `initialize` before */
  begin(make: () => Session): Session {
    if (this.current) throw new ResponseError(ErrorCodes.InvalidRequest, "The client has said initialize before.");
    this.current = make();
    return this.current;
  }

  end(): void {
    this.isOver = true;
  }

  /** For notifications: what comes before `initialize` is for nobody. */
  get begun(): Session | undefined {
    return this.current;
  }

  /** @throws ResponseError when the client may not ask anything yet, or any more */
  get session(): Session {
    if (this.isOver) throw new ResponseError(ErrorCodes.InvalidRequest, "The client has said shutdown.");
    if (!this.current) throw new ResponseError(ErrorCodes.ServerNotInitialized, "The client has not said initialize.");
    return this.current;
  }

  /** Answers a request, or says in the log and to the client why it can't be answered. */
  guarded<Params, Result>(work: Handler<Params, Result>): Handler<Params, Result> {
    return async (params, token) => {
      try {
        return await work(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.connection.console.error(`A request failed: ${error instanceof Error ? error.stack : error}`);
        throw new ResponseError(ErrorCodes.InternalError, "AI Plan could not answer. Its log says why.");
      }
    };
  }

  /** The same for a request about a document: `none` where that is no plan that is open. */
  onPlan<Params extends About, Result>(
    none: Result,
    work: (plan: Snapshot, params: Params, session: Session, token: CancellationToken) => Result | Promise<Result>,
  ): Handler<Params, Result> {
    return this.guarded(async (params, token) => {
      const { session } = this;
      const plan = await session.plans.at(params.textDocument.uri, token);
      if (token.isCancellationRequested) throw cancelled();
      return plan ? work(plan, params, session, token) : none;
    });
  }

  /**
   * The same for one that is about every plan that is open, or even about those that are not and share ids with the one that
   * is asked about. The snapshot knows the lines of them all.
   */
  onPlans<Params extends About, Result>(
    none: Result,
    work: (plan: Snapshot, params: Params, others: readonly CheckedPlan[], session: Session) => Result,
    which: "open" | "closed too" = "open",
  ): Handler<Params, Result> {
    return this.guarded(async (params, token) => {
      const { session } = this;
      const { plans, everyPlan } = session;
      const { uri } = params.textDocument;
      if (!plans.isOpen(uri)) return none;
      let together = await plans.together(uri, token);
      const closed = together && which === "closed too" ? await everyPlan.closedBeside(together[0], token) : [];
      // While they were read the position may have come to mean something else, or one of them may have been opened.
      if (together && which === "closed too" && !plans.areCurrent(together)) together = undefined;
      if (token.isCancellationRequested) throw cancelled();
      if (!together) throw new ResponseError(LSPErrorCodes.ContentModified, "A plan has changed meanwhile.");
      const [plan, ...open] = together;
      const others = [...open, ...closed];
      return work(
        plan.beside(others),
        params,
        others.map((other) => other.plan),
        session,
      );
    });
  }
}

export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
}
