import type { Locator } from '@playwright/test'
import type { From } from '../screens/canvas.ts'

/** What somebody who draws can do, by mouse or by keyboard. */
export interface Hand {
  /** Adds a node where an open outcome leads, or the first of all. Its settings are open then. */
  add(kind: string, from?: From): Promise<void>
  /** Puts a node into the edge that an outcome leads by. Its settings are open then. */
  insert(kind: string, from: From): Promise<void>
  /** Leads an outcome to a node that is there. */
  connect(from: From, to: string): Promise<void>
  /** Shows the settings of the journey as a whole. */
  openJourney(): Promise<void>
  /** Writes a text in place of the one that stands there. */
  write(field: Locator, text: string): Promise<void>
  /** Presses a button, a switch, or one of several choices side by side. */
  press(control: Locator): Promise<void>
  /** Takes a choice of a list that is searched by typing. */
  pick(field: Locator, choice: string): Promise<void>
  /** Takes a choice of a short list. */
  select(field: Locator, choice: string): Promise<void>
}
