"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { changeFeed } from "./feed-actions";

/** Makes, replaces and takes away the address of the calendar feed; a new one is shown until the page is left. */
export function FeedForm({ hasFeed }: { hasFeed: boolean }) {
  const t = useWords("calendar");
  const failure = useWords("settings")("failed");
  const [isOn, setOn] = useState(hasFeed);
  const [address, setAddress] = useState<string | null>(null);
  const [copying, setCopying] = useState<"copied" | "notCopied" | null>(null);
  const change = async (form: FormData) => {
    const reply = await changeFeed(form);
    setAddress(reply.address);
    setOn(reply.address !== null);
    setCopying(null);
    return reply;
  };
  const { submit, isBusy, errorOf, done } = useSubmit(change, failure);
  const copy = async (text: string) => {
    const isCopied = await navigator.clipboard
      .writeText(text)
      .then(() => true)
      .catch(() => false);
    setCopying(isCopied ? "copied" : "notCopied");
  };
  const failed = errorOf("");
  return (
    <form className="card pad" method="post" onSubmit={submit}>
      <h2>{t("title")}</h2>
      <p className="soft small">{t("body")}</p>
      {address ? (
        <>
          <TextField
            label={t("address")}
            hint={t("addressHint")}
            value={address}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button onClick={() => void copy(address)}>{t("copy")}</Button>
        </>
      ) : (
        isOn && <p className="soft small">{t("isOn")}</p>
      )}
      {failed && <Note pen="red">{failed}</Note>}
      {copying ? (
        <Note pen={copying === "copied" ? "ok" : "red"}>{t(copying)}</Note>
      ) : (
        done && <Note pen="ok">{done}</Note>
      )}
      <p className="settings-row">
        <Button type="submit" name="act" value="make" aria-disabled={isBusy}>
          {t(isOn ? "makeNew" : "make")}
        </Button>
        {isOn && (
          <Button type="submit" name="act" value="off" look="quiet" aria-disabled={isBusy}>
            {t("turnOff")}
          </Button>
        )}
      </p>
    </form>
  );
}
