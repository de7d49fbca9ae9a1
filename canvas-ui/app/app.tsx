/** Everything below the providers: who is signed in, and the screen of the address. */
export function App() {
  return <main className="p-6 text-page text-ink">Waymark</main>
}
