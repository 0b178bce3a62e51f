/** The database that each test file's own is a copy of. */
export const TEMPLATE = "modelwright_template";
