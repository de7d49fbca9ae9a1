/** A person as the audit names whoever did something; it names programs otherwise. */
export const actorOf = ({ id }: { readonly id: string }): string => `person:${id}`

/** The id of the person that an actor is; undefined for a program. */
export const personOfActor = (actor: string): string | undefined => /^person:(.+)$/.exec(actor)?.[1]
