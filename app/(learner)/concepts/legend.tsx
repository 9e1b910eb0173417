import { getWords } from "@/app/_i18n/get-words";

/** What the lines and the dashed edge of the map mean; left out where a narrow screen shows the list. */
export async function Legend({ isAlways }: { isAlways: boolean }) {
  const t = await getWords("concepts");
  return (
    <ul className={isAlways ? "map-legend" : "map-legend only-wide"}>
      <li className="tag">
        <i className="weak-edge" />
        {t("legendWeak")}
      </li>
      <li className="tag">
        <svg viewBox="0 0 26 10" aria-hidden="true">
          <path d="M0 5H20" stroke="currentColor" strokeWidth="1.5" />
          <path d="M18 1l7 4-7 4z" fill="currentColor" />
        </svg>
        {t("before")}
      </li>
      <li className="tag">
        <svg viewBox="0 0 26 10" aria-hidden="true">
          <path d="M0 5H26" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 3" />
        </svg>
        {t("near")}
      </li>
    </ul>
  );
}
