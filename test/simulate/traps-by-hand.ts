/** Rows, units, and their value in pence. */
export type ByHand = readonly [rows: number, units: string, pence: number];

/** What the shoe brand's program comes to for one customer of traps.csv; what is left out is nothing. */
export interface Expected {
  readonly customer: string;
  readonly purchases?: number;
  /** Pence. */
  readonly sales?: number;
  readonly taken?: ByHand;
  readonly neverBought?: ByHand;
  readonly exhausted?: ByHand;
  readonly partlyMatched?: ByHand;
  readonly afterPeriod?: ByHand;
  readonly deducted?: number;
  readonly issued?: number;
  readonly takenBack?: number;
  /** Of these, gone already and paid for out of the refund. */
  readonly reinstated?: number;
  readonly converted?: number;
  readonly outstanding?: number;
  readonly notGoods?: number;
  readonly leftOut?: number;
}

/**
 * The program gives 1 point for each whole 1.00 paid, rounded down once per purchase; 2 on holidays; every 1,000 points become
 * 20.00. Returns within 90 days take back A(all) − A(kept); points that are gone cost 20.00 per 1,000. Days are Shanghai's, 8 hours
 * before London in winter and 7 in summer.
 */
export const HAND: readonly Expected[] = [
  // Genuine duplicates: 2 × 2.10 twice, 6.95. One cup, then another: 13.25 and 11.15 are kept, of 15 points 13, then 11.
  {
    customer: '20001',
    purchases: 1,
    sales: 1535,
    taken: [2, '2', 420],
    issued: 15,
    takenBack: 4,
    outstanding: 11,
  },
  // Prices below a penny: .005 → .01, .004 → 0, 1.005 → 1.01, .075 → .08, .455 → .46, 62.50. The 1.01 for three come back as
  // .34, .33, .34; kept are 63.72, 63.39, 63.05. Two that were never bought are worth .005 → .01 and .004 → 0.
  {
    customer: '20002',
    purchases: 1,
    sales: 6406,
    taken: [3, '3', 101],
    neverBought: [2, '2', 1],
    issued: 64,
    takenBack: 1,
    outstanding: 63,
  },
  // 2 × 5.00 of goods among six lines of postage and the like; one comes back among six others.
  {
    customer: '20003',
    purchases: 1,
    sales: 1000,
    taken: [1, '1', 500],
    issued: 10,
    takenBack: 5,
    outstanding: 5,
    notGoods: 12,
  },
  // No goods at all: a customer who never bought, and no member.
  { customer: '20004', notGoods: 3 },
  // Only returns: 2.10 and 12 × 6.95. No member either.
  { customer: '20005', neverBought: [2, '13', 8550] },
  // Bad debts are left out before anything of them is read.
  { customer: '20007', purchases: 1, sales: 777, issued: 7, outstanding: 7, leftOut: 2 },
  // 5 × 2.00 bought, 8 brought back, then one more.
  {
    customer: '20008',
    purchases: 1,
    sales: 1000,
    taken: [1, '5', 1000],
    partlyMatched: [1, '3', 600],
    exhausted: [1, '1', 200],
    issued: 10,
    takenBack: 10,
  },
  // 4 × 2.00, 3 × 2.50, 2 × 3.00: 8, 7, 6 points. Six come back: all of the last (6.00) and of the one before (7.50), one of the
  // first (2.00 of 8.00): 6 + 7 + 2 points.
  {
    customer: '20009',
    purchases: 3,
    sales: 2150,
    taken: [1, '6', 1550],
    issued: 21,
    takenBack: 15,
    outstanding: 6,
  },
  // Bought on 4 January: day 90 is 4 April, over at 17:00 in London, which has summer time by then. A unit that came back too late
  // has come back: nothing is left for the third.
  {
    customer: '20010',
    purchases: 1,
    sales: 2000,
    taken: [1, '1', 1000],
    afterPeriod: [1, '1', 1000],
    exhausted: [1, '1', 1000],
    issued: 20,
    takenBack: 10,
    outstanding: 10,
  },
  // 3 in January, 2 in June, at 4.00. Four come back: 2 of June, and 2 of January too late (half of 16.00). Then two: 1 of January
  // too late, 1 more than was bought (each half of 8.00).
  {
    customer: '20011',
    purchases: 2,
    sales: 2000,
    taken: [1, '2', 800],
    afterPeriod: [2, '3', 1200],
    partlyMatched: [1, '1', 400],
    issued: 20,
    takenBack: 8,
    outstanding: 12,
  },
  // Returned at the minute of the purchase, and a minute before it. 4.50 and 1.50: 4 + 1 points.
  {
    customer: '20012',
    purchases: 2,
    sales: 600,
    taken: [1, '3', 450],
    neverBought: [1, '1', 150],
    issued: 5,
    takenBack: 4,
    outstanding: 1,
  },
  // A minute before and at midnight in Shanghai, where 1 October and 1 January are holidays: 10, 21, 10, 21. A minute that
  // London's clocks show twice: 10.
  { customer: '20013', purchases: 5, sales: 5250, issued: 72, outstanding: 72 },
  // On a holiday: 9.99 twice is 19.98; of 6.66 kept, 13.32.
  {
    customer: '20014',
    purchases: 1,
    sales: 999,
    taken: [1, '1', 333],
    issued: 19,
    takenBack: 6,
    outstanding: 13,
  },
  // 1,200.00 + 300.00: 1,000 of 1,500 points are converted. The 1,200.00 come back: 500 points are there, 700 cost 14.00. Then 300.
  {
    customer: '20015',
    purchases: 2,
    sales: 180_000,
    taken: [1, '60', 120_000],
    deducted: 1400,
    issued: 1800,
    takenBack: 1200,
    reinstated: 700,
    converted: 1000,
    outstanding: 300,
  },
  // 80,995 × 1.04 = 84,234.80, undone 12 minutes later: 234 points are there, 84,000 cost 1,680.00.
  {
    customer: '20016',
    purchases: 1,
    sales: 8_423_480,
    taken: [1, '80995', 8_423_480],
    deducted: 168_000,
    issued: 84_234,
    takenBack: 84_234,
    reinstated: 84_000,
    converted: 84_000,
  },
  // Commas and quotes in cells: 1,000 × 2.50, 1 × 1,250.00 and .50.
  { customer: '20017', purchases: 1, sales: 375_050, issued: 3750, converted: 3000, outstanding: 750 },
  // Spaces around cells, signs of the currency: 3.00 and 4.00.
  { customer: '20018', purchases: 2, sales: 700, issued: 7, outstanding: 7 },
  // An invoice over two minutes is two purchases of .60 and no point; one of one minute is 1.20 and a point.
  { customer: '20019', purchases: 3, sales: 240, issued: 1, outstanding: 1 },
  // One invoice number and minute, two customers: .70 each and no point.
  { customer: '20020', purchases: 1, sales: 70 },
  { customer: '20021', purchases: 1, sales: 70 },
  // Five for nothing come back for nothing.
  { customer: '20022', purchases: 1, sales: 200, taken: [1, '5', 0], issued: 2, outstanding: 2 },
  // 2.5 × 3.999 = 9.9975 → 10.00. One is two fifths, 4.00; then 1.75 of which 1.5 are left, 6.00; a seventh of 7.00 is too much.
  {
    customer: '20023',
    purchases: 1,
    sales: 1000,
    taken: [2, '2.5', 1000],
    partlyMatched: [1, '0.25', 100],
    issued: 10,
    takenBack: 10,
  },
  // 85123A is not 85123a. 2 × 2.95.
  { customer: '20024', purchases: 1, sales: 590, neverBought: [1, '1', 295], issued: 5, outstanding: 5 },
  // Two lines of one item, 2 × 1.00 and 2 × 5.00, beside .50: the first line comes back first, 2.00 + 5.00. 5.50 are kept.
  {
    customer: '20025',
    purchases: 1,
    sales: 1250,
    taken: [1, '3', 700],
    issued: 12,
    takenBack: 7,
    outstanding: 5,
  },
  // Credited at .25 by the shop, and refunded by the program at the 1.00 that was paid.
  { customer: '20026', purchases: 1, sales: 1000, taken: [1, '10', 1000], issued: 10, takenBack: 10 },
  // A return whose quantity has no minus sign.
  {
    customer: '20027',
    purchases: 1,
    sales: 600,
    taken: [1, '1', 300],
    issued: 6,
    takenBack: 3,
    outstanding: 3,
  },
  // Rows far apart and the wrong way round: .70 + .50 of 2 July, 5.00 of 1 July. The return finds the .70 of 2 July.
  {
    customer: '20028',
    purchases: 2,
    sales: 620,
    taken: [1, '1', 70],
    issued: 6,
    takenBack: 1,
    outstanding: 5,
  },
  // Two purchases of one minute: the later row is the newer, 2.00.
  {
    customer: '20029',
    purchases: 2,
    sales: 300,
    taken: [1, '1', 200],
    issued: 3,
    takenBack: 2,
    outstanding: 1,
  },
  // 40 purchases of 1.99, a point each; one row brings back the newest 35.
  {
    customer: '20030',
    purchases: 40,
    sales: 7960,
    taken: [1, '35', 6965],
    issued: 40,
    takenBack: 35,
    outstanding: 5,
  },
  // One invoice of 45 lines: 1 + 2 + … + 45 = 1,035 at .10. Lines 10, 20, 30 and 40 come back whole, 10.00; 93.50 are kept.
  {
    customer: '20031',
    purchases: 1,
    sales: 10_350,
    taken: [4, '100', 1000],
    issued: 103,
    takenBack: 10,
    outstanding: 93,
  },
  // Bought, returned, bought, returned: 2 × 5.00, 6.00; then nothing is left.
  {
    customer: '20032',
    purchases: 2,
    sales: 1600,
    taken: [2, '3', 1600],
    exhausted: [1, '1', 500],
    issued: 16,
    takenBack: 16,
  },
  // All of 1,000.00 comes back too late, and what follows goes on.
  {
    customer: '20033',
    purchases: 2,
    sales: 100_500,
    afterPeriod: [1, '1000', 100_000],
    issued: 1005,
    converted: 1000,
    outstanding: 5,
  },
  // 12 items, 2 × .45 each; one of each comes back, in twelve rows: 5.40 are kept.
  {
    customer: '20034',
    purchases: 1,
    sales: 1080,
    taken: [12, '12', 540],
    issued: 10,
    takenBack: 5,
    outstanding: 5,
  },
];
