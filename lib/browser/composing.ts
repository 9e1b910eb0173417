import type { KeyboardEvent } from "react";

/** For a form's `onKeyDown`: the Enter that ends a Hangul syllable sends nothing. */
export const holdComposingEnter = (event: KeyboardEvent): void => {
  if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229))
    event.preventDefault();
};
