# Tenderlight with text recognition and LibreOffice. Written, and not built by the project's own checks: see
# docs/how-to/containers.md.
FROM python:3.12-slim-bookworm

RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
      libarchive13 fonts-wqy-microhei tesseract-ocr-script-cyrl \
      libreoffice-writer-nogui libreoffice-impress-nogui python3-uno bubblewrap \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /opt/tenderlight
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY LICENSES LICENSES
COPY src src
ARG EXTRAS=ocr,parquet
RUN pip install --no-cache-dir --constraint constraints.txt ".[${EXTRAS}]" \
 && useradd --create-home --uid 1000 reader \
 && install --directory --owner=reader /case

USER reader
ENV TENDERLIGHT_LOG=json TENDERLIGHT_KEYS=/case-keys
VOLUME ["/case"]
WORKDIR /case
ENTRYPOINT ["tenderlight"]
CMD ["doctor"]
