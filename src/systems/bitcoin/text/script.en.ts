// What a coin's script can find wrong with a signature, in English.

export const words = {
  'fault.not-a-key': 'it does not pay to a key',
  'fault.not-a-signature': 'there is no signature',
  'fault.high-s': 'the signature has the high s',
  'fault.wrong-signature': 'the signature is not one by this key over these bytes',
} as const;
