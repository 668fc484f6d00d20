// Satoshi as they are read, to the last one: a sum may be below zero, or above what a number holds exactly.

export const satoshi = (value: string): string => value.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',');
