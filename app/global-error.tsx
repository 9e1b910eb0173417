"use client";
import "./_ui/styles/tokens.css";
import "./_ui/styles/base.css";
import "./_ui/styles/shell.css";
import "./_ui/styles/controls.css";
import { useSyncExternalStore } from "react";
import { failure } from "./_i18n/messages/failure";
import { BrokenPage } from "./_shell/broken-page";

const never = () => () => {};
const browserLocale = () => (navigator.language.startsWith("ko") ? "ko" : "en");

/** Shown when not even the frame of the page could be made; the language is then the browser's. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = useSyncExternalStore(never, browserLocale, () => "en" as const);
  const words = failure[locale];
  return (
    <html lang={locale}>
      <body>
        <title>Epoch</title>
        <BrokenPage
          {...props}
          words={{ title: words.brokenTitle, text: words.broken, number: words.number, retry: words.retry }}
        />
      </body>
    </html>
  );
}
