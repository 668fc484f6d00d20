// Whose tip a block is: letters in boxes, so that it is read without colour.

const MOST_TIPS = 3;

export function Tips({ nodes }: { readonly nodes: readonly string[] }) {
  if (nodes.length === 0) return null;
  const few = nodes.length <= MOST_TIPS ? nodes : nodes.slice(0, nodes.length < 10 ? MOST_TIPS - 1 : 1);
  return (
    <span className="block-tips">
      {few.map((id) => (
        <span key={id}>{id}</span>
      ))}
      {nodes.length > few.length ? `+${nodes.length - few.length}` : null}
    </span>
  );
}
