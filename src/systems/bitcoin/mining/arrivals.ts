// How long real blocks were waited for: the arrivals of blocks 703,067 to 713,993 at one node, 1 October to 13 December
// 2021 (bitcoin-data/block-arrival-times, data/offing-gcp.csv at 707477a1, CC0), as how many of the 10,926 waits were
// longer than no, one, two ... eighths of their mean, which is 576.4 s.

export const MEAN_S = 576.4;
export const WAITS = 10_926;
export const EIGHTHS: readonly number[] = [
  10_912, 9723, 8603, 7561, 6681, 5908, 5206, 4565, 4003, 3517, 3089, 2726, 2428, 2139, 1878, 1657, 1471,
  1300, 1148, 1008, 883, 776, 694, 618, 547, 487, 431, 384, 329, 286, 240, 209, 186, 176, 150, 127, 114, 100,
  89, 75, 70, 58, 51, 44, 42, 36, 29, 26, 25,
];
