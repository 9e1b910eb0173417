/** What was typed under a name; "" when nothing was. */
export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** An empty field is no number, rather than 0. */
export const numberIn = (form: FormData, name: string): number =>
  textIn(form, name).trim() === "" ? Number.NaN : Number(textIn(form, name));
