/** Five cells of 20 %. The percent stands beside it in words or digits, so the cells are hidden from readers. */
export function Meter({ share }: { share: number }) {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * 5);
  return (
    <span className="meter" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((cell) => (
        <i key={cell} className={cell <= filled ? "on" : ""} />
      ))}
    </span>
  );
}
