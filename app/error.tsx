"use client";
import { useWords } from "./_i18n/words-provider";
import { Apology } from "./_shell/apology";
import { Button } from "./_ui/button";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useWords("failure");
  return (
    <Apology title={t("brokenTitle")} text={t("broken")}>
      <Button look="primary" onClick={reset}>
        {t("retry")}
      </Button>
      {error.digest && (
        <p className="small muted">
          {t.rich("code", { digest: error.digest, n: (text) => <span className="num">{text}</span> })}
        </p>
      )}
    </Apology>
  );
}
