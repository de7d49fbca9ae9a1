/**
 * Among which arrivals a count-check or a gate counts: this member's at this node in this enrolment, or in all their entries;
 * this member's wherever the name is counted, in any journey; everyone's at this node, or at all nodes of this journey that
 * count so.
 */
export type Counter =
  | { readonly scope: 'enrolment' | 'member' | 'node' | 'journey' }
  | { readonly scope: 'name'; readonly name: string }
