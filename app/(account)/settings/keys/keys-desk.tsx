"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { SelectField, TextField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { makeKey, revokeKey } from "./actions";

interface KeyShown {
  id: string;
  name: string;
  isReadOnly: boolean;
  created: string;
  /** Null while it was never used. */
  used: string | null;
}

/** The keys that work, one to make, and the one just made: shown here and never again. */
export function KeysDesk({ keys }: { keys: KeyShown[] }) {
  const t = useWords("study");
  const router = useRouter();
  const [token, setToken] = useState<string | null>(null);
  const make = useSubmit(async (form) => {
    const reply = await makeKey(form);
    if (reply.token !== undefined) {
      setToken(reply.token);
      router.refresh();
    }
    return reply;
  }, t("failed"));
  const revoke = useSubmit(async (form) => {
    const reply = await revokeKey(form);
    setToken(null);
    router.refresh();
    return reply;
  }, t("failed"));
  return (
    <>
      <form className="card pad" method="post" onSubmit={make.submit} noValidate>
        <div className="pair">
          <TextField
            label={t("keyName")}
            name="name"
            autoComplete="off"
            maxLength={60}
            error={make.errorOf("name")}
            required
          />
          <SelectField label={t("keyScope")} name="scope" defaultValue="review">
            <option value="read">{t("scope-read")}</option>
            <option value="review">{t("scope-review")}</option>
          </SelectField>
        </div>
        {make.errorOf("") && <Note pen="red">{make.errorOf("")}</Note>}
        {token !== null && (
          <Note pen="ok">
            {t("keyOnce")}
            <br />
            <code className="num secret">{token}</code>
          </Note>
        )}
        <Button type="submit" look="primary" aria-disabled={make.isBusy}>
          {t("keyMake")}
        </Button>
      </form>
      <form className="card pad" method="post" onSubmit={revoke.submit}>
        {revoke.done && <Note pen="ok">{revoke.done}</Note>}
        {keys.length === 0 ? (
          <p className="soft">{t("keyNone")}</p>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("keyName")}</th>
                <th scope="col">{t("keyCreated")}</th>
                <th scope="col">{t("keyUsed")}</th>
                <th scope="col">
                  <span className="vh">{t("keyRevokeShort")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map(({ id, name, isReadOnly, created, used }) => (
                <tr key={id}>
                  <th scope="row">
                    {name}{" "}
                    <span className="small muted">{t(isReadOnly ? "scope-read" : "scope-review")}</span>
                  </th>
                  <td>{created}</td>
                  <td>{used ?? t("keyNever")}</td>
                  <td className="r">
                    <Button
                      type="submit"
                      look="danger"
                      name="id"
                      value={id}
                      aria-label={t("keyRevoke", { name })}
                    >
                      {t("keyRevokeShort")}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </form>
    </>
  );
}
