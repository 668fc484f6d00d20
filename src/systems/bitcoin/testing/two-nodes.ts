// The network's settings where two nodes play out a double spend behind one confirmation.

export const TWO_NODES = {
  nodes: 2,
  grain: 'relay',
  z: 1,
  honestFinds: 1,
  attackerFinds: 2,
  share: 30,
  payments: 'on',
  attack: 'branch',
  loss: 'off',
  partition: 'off',
  stamps: 'plain',
  bits: '2000ffff',
  period: 'off',
  maturity: 1,
  rules: 'same',
};
