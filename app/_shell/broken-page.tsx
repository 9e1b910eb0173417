import { Button } from "@/app/_ui/button";
import { Apology } from "./apology";

interface BrokenProps {
  words: { title: string; text: string; number: string; retry: string };
  error: Error & { digest?: string };
  reset: () => void;
}

/** What a page shows that failed, with the number under which the server's log has the reason. */
export function BrokenPage({ words, error, reset }: BrokenProps) {
  return (
    <Apology title={words.title} text={words.text}>
      <Button look="primary" onClick={reset}>
        {words.retry}
      </Button>
      {error.digest && (
        <p className="small muted">
          {words.number} <span className="num">{error.digest}</span>
        </p>
      )}
    </Apology>
  );
}
