/** Plain text whose addresses of this demo and others can be followed; nothing else in it becomes anything. */
export function LinkedText({ text }: { text: string }) {
  return (
    <p className="lines">
      {text
        .trim()
        .split(/(https?:\/\/[^\s<>"]+)/)
        .map((part, index) => {
          if (index % 2 === 0) return part;
          // A full stop after an address ends the sentence.
          const address = part.replace(/[.,;)]+$/, "");
          return (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index}>
              <a href={address}>{address}</a>
              {part.slice(address.length)}
            </span>
          );
        })}
    </p>
  );
}
