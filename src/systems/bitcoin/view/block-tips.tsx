// Whose tip a block is: letters in boxes, so that it is read without colour; struck, who stood there before this step.

const MOST_TIPS = 3;

interface Props {
  readonly nodes: readonly string[];
  readonly was?: readonly string[];
}

export function Tips({ nodes, was = [] }: Props) {
  if (nodes.length + was.length === 0) return null;
  const few = nodes.length <= MOST_TIPS ? nodes : nodes.slice(0, nodes.length < 10 ? MOST_TIPS - 1 : 1);
  return (
    <span className="block-tips">
      {few.map((id) => (
        <span key={id}>{id}</span>
      ))}
      {nodes.length > few.length ? `+${nodes.length - few.length}` : null}
      {few.length < MOST_TIPS ? was.slice(0, 1).map((id) => <s key={id}>{id}</s>) : null}
    </span>
  );
}
