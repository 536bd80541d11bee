const parts = ["a", "b"];

// Error: isolatedDeclarations wants the type of what is exported written down
export const joined = parts.map((part) => part.length);
