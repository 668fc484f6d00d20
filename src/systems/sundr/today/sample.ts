// What stands ready to be verified: two checkpoints of a log of seven entries, after three and after all, and the proof
// between them. A test makes them anew.

const lines = (...all: readonly string[]): string => all.join('\n');

export const SAMPLE = {
  old: lines(
    'log.example/seven',
    '3',
    'lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=',
    '',
    '— log.example/seven i0MPnTlhwOoLy+8O/UE90/Gp4O60OdvhBvdn0yzeq6vhLSiZaWMEzd2Z5IGXfLesuhkabddCIrovIkwUPCKjtqHg3wI=',
  ),
  new: lines(
    'log.example/seven',
    '7',
    'mMl/C6MXXNCLAx3QhLncTmSbZNGijm6mlGRlAxc6tYc=',
    '',
    '— log.example/seven i0MPnSwRgT0mbSdYsNpQXgVzZpD/atviDYF1MAy0mOjCpL5jzd0nGI22cXebv/u+4nGmXU9Kr4QEWlZSEOJvsQYVrwM=',
  ),
  proof: lines(
    '57c79f4f31ae029c5d4bd30b073c27c94df93438b2b4697e1e1eef5bc0394a41',
    '61ca1139f6815841d5baf2d0d2d9bd9dfee97c898dd6f7ba0c0aa941ee6c01eb',
    '5a47662fd8a317d96049a3f9f47c55dc67ca66051baa3683dbb19b2fe09a07b0',
    '94afb8a2ca051c05458ea39dcd19b1bd68e7e33529f10b439d2a615a51f636e2',
  ),
  key: 'log.example/seven+8b430f9d+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs',
} as const;
