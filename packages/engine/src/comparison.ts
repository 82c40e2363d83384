import type { Comparison } from './program.ts';

/** Whether what stands so to a bound (below zero, zero, above zero) is what a comparison wants. */
export function compares(order: number, is: Comparison): boolean {
  switch (is) {
    case 'atLeast':
      return order >= 0;
    case 'moreThan':
      return order > 0;
    case 'lessThan':
      return order < 0;
    case 'atMost':
      return order <= 0;
    case 'exactly':
      return order === 0;
  }
}
