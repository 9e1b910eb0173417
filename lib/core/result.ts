/** An expected outcome is a value: `ok` carries what was asked for, `error` says by `kind` why it could not be had. */
export type Result<Value, Failure extends { kind: string }> =
  | { ok: true; value: Value }
  | { ok: false; error: Failure };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({
  ok: true,
  value,
});
export const fail = <Failure extends { kind: string }>(error: Failure): { ok: false; error: Failure } => ({
  ok: false,
  error,
});
