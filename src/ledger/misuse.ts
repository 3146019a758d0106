/** Something was asked or decided that cannot be carried out as it stands. The message names the mistake and the cure; nothing was done. */
export class Misuse extends Error {}

/** What was named is not there. */
export class Unknown extends Misuse {}
