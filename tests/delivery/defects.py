"""What Python's parser has to complain about in a mail."""


def defects(part):
    """Returns the defects of the part, of its headers, and of what it holds."""
    found = [repr(defect) for defect in part.defects]
    for name, value in part.items():
        found += [f"{name}: {defect!r}" for defect in value.defects]
    if part.is_multipart():
        for inner in part.iter_parts():
            found += defects(inner)
    else:
        part.get_content()
        found += [repr(defect) for defect in part.defects if repr(defect) not in found]
    return found
