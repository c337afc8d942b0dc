/** The pages of the console by their routes. */
export declare const CONSOLE_PAGES: readonly { readonly name: string; readonly route: string }[];
