import Link from "next/link";
import { getWords } from "@/app/_i18n/get-words";
import { type Address, writeAddress } from "./address";

/** Map or list, as links; where the address leaves it open, the width of the screen decides which one is marked. */
export async function ViewSwitch({ address }: { address: Address }) {
  const t = await getWords("concepts");
  const switchAt = (now: "map" | "list", className: string) => (
    <nav className={`seg ${className}`} aria-label={t("view")}>
      {(["map", "list"] as const).map((view) => (
        <Link
          key={view}
          href={writeAddress({ ...address, view })}
          aria-current={view === now ? "page" : undefined}
          scroll={false}
          prefetch={false}
        >
          {t(view)}
        </Link>
      ))}
    </nav>
  );
  if (address.view !== null) return switchAt(address.view, "");
  return (
    <>
      {switchAt("map", "only-wide")}
      {switchAt("list", "only-narrow")}
    </>
  );
}
