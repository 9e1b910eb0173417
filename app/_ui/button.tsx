import type { ComponentProps, ReactNode } from "react";

export interface Look {
  /** One primary per screen. */
  look?: "plain" | "primary" | "quiet" | "danger";
  size?: "normal" | "large";
  /** A square control that holds an icon; it needs an aria-label. */
  isIcon?: boolean;
  /** The key that does the same, shown on wide screens. */
  hotkey?: string;
}

export const buttonClasses = ({ look = "plain", size = "normal", isIcon = false }: Look): string =>
  ["btn", look !== "plain" && `btn-${look}`, size === "large" && "btn-lg", isIcon && "btn-icon"]
    .filter(Boolean)
    .join(" ");

export const buttonContent = (children: ReactNode, hotkey: string | undefined) => (
  <>
    {children}
    {hotkey !== undefined && <kbd aria-hidden="true">{hotkey}</kbd>}
  </>
);

export function Button({ look, size, isIcon, hotkey, children, ...rest }: Look & ComponentProps<"button">) {
  return (
    <button
      type="button"
      aria-keyshortcuts={hotkey}
      {...rest}
      className={buttonClasses({ ...(look && { look }), ...(size && { size }), ...(isIcon && { isIcon }) })}
    >
      {buttonContent(children, hotkey)}
    </button>
  );
}
