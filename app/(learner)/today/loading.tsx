import { getWords } from "@/app/_i18n/get-words";
import "./today.css";

const cells = Array.from({ length: 24 }, (_, index) => index);

/** The sheet with its cells still empty; CSS holds it back for 300 ms, so that a quick page never flickers. */
export default async function TodayLoading() {
  const t = await getWords("shell");
  return (
    <main className="page loading" id="main" aria-busy="true">
      <p className="vh">{t("loading")}</p>
      <div className="today" aria-hidden="true">
        <div className="hero graph">
          <div className="hero-top" />
          <div className="sheet">
            {cells.map((cell) => (
              <i key={cell} />
            ))}
          </div>
        </div>
      </div>
    </main>
  );
}
