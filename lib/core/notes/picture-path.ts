/** Where a picture that a note shows lies, as a path beside the notes: "week1/a.md" and "../img/x.png" give "img/x.png". */
export function picturePath(file: string, src: string): string {
  const parts = [...file.split("/").slice(0, -1), ...decoded(src).split("/")];
  const path: string[] = [];
  for (const part of parts) {
    if (part === "..") path.pop();
    else if (part !== "." && part !== "") path.push(part);
  }
  return path.join("/");
}

/** "my%20picture.png" as its file is called; what is no escape stays as it is. */
function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
