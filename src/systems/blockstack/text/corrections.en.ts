// Where the notes are looser than the paper and the protocol, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'corrections.two-at-once.title': 'Two in one block: nobody gets it',
  'corrections.two-at-once.notes':
    'The first record of a name wins; the same name in later blocks is ignored.',
  'corrections.two-at-once.paper':
    'Of two registers of one name in one block neither counts, whichever stands first: both are refused, and one of the next block gets the name.',
  'corrections.two-at-once.run':
    'V’s register and T’s stand in one block: both are mined, and nobody owns the name.',
  'corrections.data.title': 'The zone file is not the data',
  'corrections.data.notes':
    'There are mutable and immutable zone files; who writes a mutable one needs no transaction.',
  'corrections.data.paper':
    'Every zone file is named by its hash on the chain: another one needs another transaction. Mutable is the data: the zone file says where it is, and its signature says whose. Immutable data stands in the zone file by its hash.',
  'corrections.data.run':
    'V’s zone file is another after the update: the old one is refused, since the chain names it no more.',
  'corrections.salt.title': 'The salt is an address that nobody has seen',
  'corrections.salt.notes':
    'The preorder holds the hash of the name; in the real one something like a nonce is mixed in.',
  'corrections.salt.paper':
    'It is the hash of the name, the payer’s script and the address that is to own the name. That address is the salt: it must be fresh, and the script binds the hash to who pays.',
  'corrections.salt.run':
    'A hash of the name alone: T finds it in its dictionary, copies it and registers first.',
  'corrections.secured.title': 'A preorder reserves nothing',
  'corrections.secured.notes': 'The hash of the name comes first, so that the name is secured on the chain.',
  'corrections.secured.paper':
    'The first register that counts wins. An earlier preorder gives no priority: it only hides the name until the register is sent.',
  'corrections.secured.run':
    'V’s preorder stands in block 1, T’s in block 2. V’s register is held back, and the name is T’s.',
} as const;
