import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonClasses, buttonContent, type Look } from "./button";

/** A link that looks like a button. Apart from `Button`, so that a page without links does not load them. */
export function LinkButton({
  look,
  size,
  isIcon,
  hotkey,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link
      aria-keyshortcuts={hotkey}
      {...rest}
      className={buttonClasses({ ...(look && { look }), ...(size && { size }), ...(isIcon && { isIcon }) })}
    >
      {buttonContent(children, hotkey)}
    </Link>
  );
}
