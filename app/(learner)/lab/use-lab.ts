"use client";
import { useLayoutEffect, useState } from "react";
import { keepAddress } from "./keep-address";

/** How a lab's state stands in its address. */
interface Address<Lab> {
  read: (search: URLSearchParams) => Lab;
  write: (lab: Lab) => string;
}

/**
 * The state of a lab, and its change, which puts it into the address too. Whoever comes back finds the lab as the address
 * says: the router brings the page back as it was fetched, before anything was changed.
 */
export function useLab<Lab>(first: Lab, { read, write }: Address<Lab>): [Lab, (next: Lab) => void] {
  const [lab, setLab] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first draw is of another moment
  useLayoutEffect(() => {
    const here = read(new URLSearchParams(window.location.search));
    if (write(here) !== write(first)) setLab(here);
  }, []);
  const put = (next: Lab) => {
    setLab(next);
    keepAddress(write(next));
  };
  return [lab, put];
}
